-- Which recovery certificates have been used, and for whom, as tokens (K03): the same number, physician and date is
-- found again, but neither paper nor student can be read from here.
create table huxin.certificate_print (
	token text primary key,
	student_token text not null,
	used_at timestamptz not null
);
revoke update, delete on huxin.certificate_print from ${runtimeRole};
