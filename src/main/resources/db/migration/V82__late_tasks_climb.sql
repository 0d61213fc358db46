-- A late task comes to the next level again and again until somebody has done it or everybody has it (D17).
create table huxin.late_climb (
	task_id text primary key,
	next_at timestamptz not null,
	held_by text,
	spared boolean not null default false,
	highest boolean not null default false
);
create index late_climb_next on huxin.late_climb (next_at);
comment on column huxin.late_climb.held_by is 'Who had taken the task when it made its last step';
comment on column huxin.late_climb.spared is 'Somebody who was filling in its form has kept it once; nobody does a second time';
comment on column huxin.late_climb.highest is 'There was nobody left to offer it to';

-- those that are late already; what is done meanwhile goes at its first step
insert into huxin.late_climb (task_id, next_at)
	select task_id, max(marked_at) + interval '1 day' from huxin.deadline_mark
	where mark in ('ESCALATED', 'MISSED') group by task_id;

-- who takes a task that calls level after level slows the calls by one step, once (F29)
alter table huxin.ladder_call add column spared text[] not null default '{}';
comment on column huxin.ladder_call.spared is 'Who has taken the task and was left in peace for one step';

-- a task that is gone was missed all the same, and those who had it say why (D17)
create index missed_deadline_owed on huxin.missed_deadline using gin (owed_by) where excuse is null and done_by is null;
