-- The hospitals a school refers to, a list that its administrators keep (H16). One that is no longer offered stays
-- readable in old letters.
create table huxin.hospital (
	id uuid primary key,
	school_id uuid not null references huxin.school,
	name text not null,
	department text not null,
	grade text not null check (grade in ('TERTIARY_A', 'TERTIARY', 'SECONDARY_A', 'SECONDARY', 'PRIMARY')),
	psychiatric boolean not null,
	phone text not null,
	offered boolean not null
);
create index hospital_school on huxin.hospital (school_id);
