-- a case may also be handed over, opened by mistake, or sealed

alter table huxin.case_file drop constraint case_file_status_check;
alter table huxin.case_file add constraint case_file_status_check
	check (status in ('OPEN', 'CLOSED', 'NOT_A_CRISIS', 'JOINED', 'HANDED_OVER', 'VOID', 'SEALED'));
