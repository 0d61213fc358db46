-- A school may have a policy profile of its own: the packaged values of its kind with what its administrators changed.
-- Each change is a new version with author, time and reason; versions are never changed or removed.
alter table huxin.policy_version add column school text;
alter table huxin.policy_version add column author text;
alter table huxin.policy_version add column reason text;
alter table huxin.policy_version add constraint policy_version_of_school
	check ((school is null) = (author is null) and (school is null) = (reason is null));
create index policy_version_school on huxin.policy_version (school, id);
comment on column huxin.policy_version.school is 'Empty: the packaged profile of a kind of school';

create table huxin.policy_override (
	version_id bigint not null references huxin.policy_version,
	key text not null,
	value text not null,
	primary key (version_id, key)
);
comment on table huxin.policy_override is 'What the administrators of a school set by hand; it survives a new packaged profile';
revoke update, delete on huxin.policy_version from ${runtimeRole};
-- a foreign key is checked by a lock on the row, which needs the right to update one column:
-- where one role does everything, its own; the id that values refer to cannot change anyway
grant update (id) on huxin.policy_version to ${runtimeRole};
revoke update, delete on huxin.policy_value from ${runtimeRole};
revoke update, delete on huxin.policy_override from ${runtimeRole};
