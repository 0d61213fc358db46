-- Vacations and holidays of a school (K22). Terms say when it teaches; what lies between them is vacation too.
create table huxin.school_break (
	id uuid primary key,
	school_id uuid not null references huxin.school,
	name text not null,
	kind text not null check (kind in ('VACATION', 'HOLIDAY')),
	first_day date not null,
	last_day date not null,
	check (first_day <= last_day)
);
create index school_break_school on huxin.school_break (school_id, first_day);

-- An absence: nobody may stand in, then the ladder does. The day it begins and the day after it has ended
-- are announced once, so that tasks are dealt anew.
alter table huxin.substitute alter column substitute_id drop not null;
alter table huxin.substitute add column begun boolean not null default false;
alter table huxin.substitute add column ended boolean not null default false;
comment on table huxin.substitute is 'Somebody is absent, first and last day included, and who stands in for him, if anybody';
