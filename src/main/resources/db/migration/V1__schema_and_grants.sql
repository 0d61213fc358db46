-- Our tables live in the schema huxin, the engine's in public. Whatever the owner creates later
-- is open to the runtime role for reading and writing rows, never for changing the schema.
create schema if not exists huxin;
grant usage on schema huxin to ${runtimeRole};
grant usage on schema public to ${runtimeRole};
alter default privileges in schema huxin grant select, insert, update, delete on tables to ${runtimeRole};
alter default privileges in schema huxin grant usage, select on sequences to ${runtimeRole};
alter default privileges in schema public grant select, insert, update, delete on tables to ${runtimeRole};
