-- Wrong passwords are counted in platform_rate, by account and network together.
ALTER TABLE access_account
    DROP COLUMN failed_attempts,
    DROP COLUMN locked_until;
