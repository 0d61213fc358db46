-- The instruments a school uses by its own licence and with its own norms (E06): name, version, scale and cut-offs,
-- never an item. One that is no longer offered stays readable in old assessments.
create table huxin.licensed_instrument (
	id uuid primary key,
	school_id uuid not null references huxin.school,
	name text not null,
	version text not null,
	lowest integer not null,
	highest integer not null check (highest > lowest),
	watch_from integer not null check (watch_from > lowest),
	high_from integer not null check (high_from >= watch_from and high_from <= highest),
	offered boolean not null
);
create index licensed_instrument_school on huxin.licensed_instrument (school_id);
