-- The accountability register (D17): one row for each task whose due date passed before it was done. No name of a
-- child, no word of the story; the reason as a code, its text stands sealed in the case file.
create table huxin.missed_deadline (
	task_id text primary key,
	school text not null,
	case_no text not null,
	task text not null,
	roles text[] not null,
	due timestamptz not null,
	owed_by text[] not null,
	missed_at timestamptz not null,
	done_at timestamptz,
	done_by text,
	withdrawn_at timestamptz,
	excuse text check (excuse in ('ILLNESS', 'HOSPITAL', 'VACATION', 'NOT_INFORMED', 'OTHER')),
	explained_at timestamptz,
	check ((done_at is null) = (done_by is null)),
	check ((excuse is null) = (explained_at is null))
);
create index missed_deadline_school on huxin.missed_deadline (school, due);
create index missed_deadline_unexplained on huxin.missed_deadline (done_by) where excuse is null;
revoke delete on huxin.missed_deadline from ${runtimeRole};

-- a miss of a task whose model draws the reminder and the escalation itself is noted too
alter table huxin.deadline_mark drop constraint deadline_mark_mark_check;
alter table huxin.deadline_mark add constraint deadline_mark_mark_check
	check (mark in ('REMINDED', 'ESCALATED', 'MISSED'));
