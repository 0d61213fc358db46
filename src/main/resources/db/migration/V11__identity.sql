create table huxin.account (
	name text primary key check (name ~ '^[a-z][a-z0-9._-]{1,31}$'),
	password text not null,
	password_changed_at timestamptz not null
);
comment on table huxin.account is 'Who may sign in; roles and schools are the directory''s, under the same account name';
