-- Which reminder and escalation of which task has been done
create table huxin.deadline_mark (
	task_id text not null,
	mark text not null check (mark in ('REMINDED', 'ESCALATED')),
	due timestamptz not null,
	marked_at timestamptz not null,
	primary key (task_id, mark)
);

-- How far the demo's clock is ahead
create table huxin.demo_clock (
	only_row boolean primary key default true check (only_row),
	ahead_millis bigint not null
);
