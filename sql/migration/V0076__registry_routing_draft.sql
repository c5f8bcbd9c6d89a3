-- The rules of routing as administrators prepare them: one draft for all, without effect until it is published. revision goes on
-- with each change, so that nobody publishes what they have not seen.
CREATE TABLE registry_routing_draft (
    id          BIGINT       NOT NULL PRIMARY KEY,
    begun_by    BIGINT       NOT NULL,
    beginner    VARCHAR(120) NOT NULL,
    begun_at    DATETIME(6)  NOT NULL,
    revision    INT          NOT NULL
);

-- origin_id: the rule in force that it was made of. The other columns are those of registry_routing_rule.
CREATE TABLE registry_routing_draft_rule (
    id                  BIGINT       NOT NULL PRIMARY KEY,
    origin_id           BIGINT,
    position            INT          NOT NULL,
    name_vi             VARCHAR(200) NOT NULL,
    name_en             VARCHAR(200) NOT NULL,
    templates           VARCHAR(120),
    organisation_types  VARCHAR(120),
    sectors             VARCHAR(200),
    areas               VARCHAR(200),
    zone                VARCHAR(120),
    max_headcount       INT,
    districts           VARCHAR(8),
    target              VARCHAR(8)   NOT NULL,
    target_agency       VARCHAR(24),
    target_kind         VARCHAR(24),
    target_area         VARCHAR(16),
    own_people          BOOLEAN      NOT NULL,
    hours               INT          NOT NULL,
    working_hours       BOOLEAN      NOT NULL,
    valid_from          DATE         NOT NULL,
    valid_to            DATE,
    version             INT          NOT NULL DEFAULT 0
);

-- Every table of rules that was put in force.
CREATE TABLE registry_routing_publication (
    id            BIGINT       NOT NULL PRIMARY KEY,
    published_by  BIGINT       NOT NULL,
    publisher     VARCHAR(120) NOT NULL,
    published_at  DATETIME(6)  NOT NULL,
    valid_from    DATE         NOT NULL,
    note          VARCHAR(500) NOT NULL,
    changes       INT          NOT NULL
);
