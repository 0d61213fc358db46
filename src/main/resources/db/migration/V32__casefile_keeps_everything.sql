-- A case never disappears, and nobody comes off its 回避名单: the runtime role cannot remove either.
-- Case numbers only count on.
revoke delete on huxin.case_file from ${runtimeRole};
revoke delete on huxin.case_number from ${runtimeRole};
revoke update, delete on huxin.case_avoidance from ${runtimeRole};
