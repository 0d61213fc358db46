create table huxin.vault_key (
	purpose text primary key,
	wrapped bytea not null
);
comment on table huxin.vault_key is 'The directory key and the index key, wrapped by the master key';
