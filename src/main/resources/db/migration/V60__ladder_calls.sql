-- Acknowledge or escalate (F29): a task that somebody has to take calls the next level every so often until he does.
create table huxin.ladder_call (
	task_id text primary key,
	every text not null,
	next_at timestamptz not null,
	again int not null default 0
);
create index ladder_call_next on huxin.ladder_call (next_at);
comment on column huxin.ladder_call.every is 'The policy key of the time between two calls';
comment on column huxin.ladder_call.again is 'How often everybody has been called once more after the last level';
