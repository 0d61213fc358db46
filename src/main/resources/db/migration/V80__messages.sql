-- Messages to people (architecture.md, decision 10). A row says that somebody is to be told that a step of a case waits,
-- never what it is about: who the case is about, its level and its story stand nowhere here.
create table huxin.message (
	id uuid primary key,
	school text not null,
	case_no text not null,
	task_id text not null,
	kind text not null check (kind in ('NEW_STEP', 'REMINDER', 'ESCALATION', 'CALL')),
	urgent boolean not null,
	recipient bytea not null,
	recipient_token text not null,
	created_at timestamptz not null,
	unread_limit timestamptz,
	read_at timestamptz,
	escalated_at timestamptz
);
create index message_case on huxin.message (school, case_no);
create index message_recipient on huxin.message (recipient_token, created_at desc);
create index message_task on huxin.message (task_id);
create index message_unread on huxin.message (unread_limit) where unread_limit is not null and read_at is null and escalated_at is null;
comment on column huxin.message.recipient is 'The account, sealed: a guardian''s would lead from the case to the child';
comment on column huxin.message.unread_limit is 'An emergency message that is not read by then comes to the next person';
revoke delete on huxin.message from ${runtimeRole};

-- The outbox: one row for each way that a message leaves the house. A message without one stands in the product only.
create table huxin.message_delivery (
	id bigint generated always as identity primary key,
	message_id uuid not null references huxin.message,
	channel text not null check (channel in ('MAIL', 'SMS', 'WECOM', 'DINGTALK')),
	state text not null check (state in ('WAITING', 'SENDING', 'SENT', 'DEAD', 'WITHDRAWN', 'GIVEN_UP')),
	digest boolean not null,
	next_at timestamptz not null,
	attempts int not null default 0,
	lease_until timestamptz,
	duplicate boolean not null default false,
	sent_at timestamptz,
	error text,
	handled_by text,
	handled_at timestamptz,
	reason text check (reason in ('TOLD_IN_PERSON', 'TOLD_BY_PHONE', 'NOT_NEEDED', 'WRONG_ADDRESS')),
	unique (message_id, channel)
);
create index message_delivery_due on huxin.message_delivery (channel, next_at) where state in ('WAITING', 'SENDING');
create index message_delivery_dead on huxin.message_delivery (id) where state = 'DEAD';
comment on column huxin.message_delivery.lease_until is 'On the clock of the database: whoever was sending it then has died, and it is sent again';
comment on column huxin.message_delivery.duplicate is 'An earlier attempt may have arrived';
revoke delete on huxin.message_delivery from ${runtimeRole};

-- How somebody wants to be told; who has said nothing gets the defaults of the product
create table huxin.message_preference (
	account text primary key,
	channels text[] not null,
	mail bytea,
	quiet_from time not null,
	quiet_until time not null,
	digest boolean not null,
	digest_at time not null,
	changed_at timestamptz not null
);
comment on column huxin.message_preference.mail is 'The mail address, sealed';
