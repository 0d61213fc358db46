-- Case numbers run without gaps per school and year.
create table huxin.case_number (
	school text not null,
	year int not null,
	last int not null,
	primary key (school, year)
);

create table huxin.case_file (
	id uuid primary key,
	school text not null,
	number text not null,
	policy_version bigint not null,
	wrapped_key bytea not null,
	student bytea not null,
	student_token text not null,
	level bytea,
	counsellor text,
	status text not null check (status in ('OPEN', 'CLOSED', 'NOT_A_CRISIS', 'JOINED')),
	joined_to text,
	opened_at timestamptz not null,
	closed_at timestamptz,
	entry_count int not null,
	unique (school, number)
);
create index case_file_student on huxin.case_file (student_token);

-- Entries are written once. The runtime role can neither change nor remove them.
create table huxin.case_entry (
	id uuid primary key,
	case_id uuid not null references huxin.case_file,
	number int not null,
	kind text not null check (kind in ('SUBMISSION', 'SYSTEM', 'DECISION', 'AMENDMENT')),
	form text,
	form_version text,
	task_element text,
	task_id text,
	author text not null,
	recorded_at timestamptz not null,
	amends int,
	content bytea not null,
	unique (case_id, number)
);
revoke update, delete on huxin.case_entry from ${runtimeRole};

-- 回避名单: who must not see the case, as a token of the person
create table huxin.case_avoidance (
	case_id uuid not null references huxin.case_file,
	person_token text not null,
	primary key (case_id, person_token)
);

-- What a person has typed and not yet submitted, sealed
create table huxin.draft (
	owner text not null,
	subject text not null,
	content bytea not null,
	saved_at timestamptz not null,
	primary key (owner, subject)
);
