-- Who is who. What names a person is sealed (bytea); what only orders people stays in clear.

create table huxin.school (
	id uuid primary key,
	code text not null unique check (code ~ '^[a-z0-9]{1,32}$'),
	name text not null,
	kind text not null check (kind in ('PRIMARY', 'SECONDARY', 'VOCATIONAL', 'UNIVERSITY')),
	duty_phone text not null
);
comment on column huxin.school.code is 'The engine''s tenant id, never changed';

create table huxin.term (
	id uuid primary key,
	school_id uuid not null references huxin.school,
	name text not null,
	starts_on date not null,
	ends_on date not null,
	check (starts_on < ends_on),
	unique (school_id, name)
);

create table huxin.school_class (
	id uuid primary key,
	school_id uuid not null references huxin.school,
	grade text not null,
	name text not null,
	college text,
	unique (school_id, grade, name)
);

create table huxin.student (
	id uuid primary key,
	class_id uuid not null references huxin.school_class,
	name bytea not null,
	gender text not null check (gender in ('FEMALE', 'MALE')),
	birth_date bytea not null,
	number bytea not null,
	number_token text not null unique,
	enrolled boolean not null
);
create index student_class on huxin.student (class_id);
comment on column huxin.student.number_token is 'Blind index of school code and student number';

create table huxin.guardian (
	id uuid primary key,
	student_id uuid not null references huxin.student,
	position integer not null check (position in (1, 2)),
	name bytea not null,
	phone bytea not null,
	relation text not null,
	safe_to_inform text not null check (safe_to_inform in ('YES', 'NO', 'UNKNOWN')),
	account text unique,
	unique (student_id, position)
);

create table huxin.staff (
	id uuid primary key,
	school_id uuid references huxin.school,
	account text not null unique,
	name bytea not null,
	phone bytea,
	qualification text,
	qualified_until date,
	active boolean not null,
	check ((qualification is null) = (qualified_until is null))
);
create index staff_school on huxin.staff (school_id);
comment on column huxin.staff.school_id is 'Empty: the district office';

create table huxin.staff_role (
	staff_id uuid not null references huxin.staff,
	role text not null,
	primary key (staff_id, role)
);

create table huxin.responsibility (
	id uuid primary key,
	staff_id uuid not null references huxin.staff,
	school_id uuid not null references huxin.school,
	role text not null,
	class_id uuid references huxin.school_class,
	grade text,
	college text,
	check (num_nonnulls(class_id, grade, college) = 1)
);
create index responsibility_school on huxin.responsibility (school_id, role);
comment on table huxin.responsibility is 'A member of staff answers in a role for one class, one grade or one college';

create table huxin.substitute (
	id uuid primary key,
	absent_id uuid not null references huxin.staff,
	substitute_id uuid not null references huxin.staff,
	from_day date not null,
	until_day date not null,
	check (from_day <= until_day),
	check (absent_id <> substitute_id)
);
create index substitute_absent on huxin.substitute (absent_id);

create table huxin.policy_version (
	id bigint generated always as identity primary key,
	kind text not null check (kind in ('PRIMARY', 'SECONDARY', 'VOCATIONAL', 'UNIVERSITY')),
	content_hash text not null,
	loaded_at timestamptz not null
);
comment on table huxin.policy_version is 'A case keeps the version it began with; the newest of a kind is in force';

create table huxin.policy_value (
	version_id bigint not null references huxin.policy_version,
	key text not null,
	value text not null,
	primary key (version_id, key)
);
