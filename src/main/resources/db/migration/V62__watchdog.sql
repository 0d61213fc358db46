-- What stands still by a fault: an open case that nothing moves, a step that failed, something suspended.
create table huxin.watch_finding (
	id bigint generated always as identity primary key,
	school text not null,
	case_no text not null,
	kind text not null check (kind in ('GONE', 'STUCK', 'JOB_FAILED', 'SUSPENDED', 'INCIDENT')),
	subject text not null,
	found_at timestamptz not null,
	gone_at timestamptz
);
create unique index watch_finding_open on huxin.watch_finding (school, case_no, kind, subject) where gone_at is null;
comment on column huxin.watch_finding.subject is 'The job, the instance or the incident; empty where there is none';
revoke delete on huxin.watch_finding from ${runtimeRole};

-- Which administrator had something tried again
create table huxin.watch_retry (
	finding_id bigint not null references huxin.watch_finding,
	pressed_by text not null,
	pressed_at timestamptz not null
);
create index watch_retry_finding on huxin.watch_retry (finding_id);
revoke update, delete on huxin.watch_retry from ${runtimeRole};
