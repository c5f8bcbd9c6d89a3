-- Data keys, each wrapped under the master key of the portal's key store.
CREATE TABLE platform_data_key (
    id          SMALLINT     NOT NULL PRIMARY KEY,
    purpose     VARCHAR(16)  NOT NULL,
    wrapped     VARBINARY(255) NOT NULL,
    created_at  DATETIME(6)  NOT NULL,
    UNIQUE KEY platform_data_key_purpose (purpose, id)
);

-- One row per limited key and window, so that every node counts together.
CREATE TABLE platform_rate (
    bucket      VARBINARY(64) NOT NULL,
    window_end  DATETIME(6)  NOT NULL,
    hits        INT          NOT NULL,
    PRIMARY KEY (bucket),
    KEY platform_rate_end (window_end)
);

-- The layout is db-scheduler's.
CREATE TABLE platform_job (
    task_name            VARCHAR(100) NOT NULL,
    task_instance        VARCHAR(100) NOT NULL,
    task_data            BLOB,
    execution_time       DATETIME(6)  NOT NULL,
    picked               BOOLEAN      NOT NULL,
    picked_by            VARCHAR(50),
    last_success         DATETIME(6)  NULL,
    last_failure         DATETIME(6)  NULL,
    consecutive_failures INT,
    last_heartbeat       DATETIME(6)  NULL,
    version              BIGINT       NOT NULL,
    priority             SMALLINT,
    state                VARCHAR(32),
    PRIMARY KEY (task_name, task_instance),
    KEY platform_job_execution_time (execution_time),
    KEY platform_job_last_heartbeat (last_heartbeat),
    KEY platform_job_priority (priority DESC, execution_time ASC)
);

-- The reference packs that were loaded: each once, for its rows live on in the portal.
CREATE TABLE platform_reference_pack (
    code       VARCHAR(40) NOT NULL PRIMARY KEY,
    loaded_at  DATETIME(6) NOT NULL
);
