-- Codes of posters, which people scan with their own phones: each is good for some time, and the next takes its place.
CREATE TABLE verification_poster (
    code      BINARY(16)   NOT NULL PRIMARY KEY,
    post_id   BIGINT       NOT NULL,
    made_by   BIGINT       NOT NULL,
    made_at   DATETIME(6)  NOT NULL,
    valid_to  DATETIME(6)  NOT NULL,
    KEY verification_poster_until (post_id, valid_to),
    CONSTRAINT verification_poster_post FOREIGN KEY (post_id) REFERENCES verification_post (id)
);

-- What an agency found when it looked at a post.
CREATE TABLE verification_inspection (
    id          BIGINT        NOT NULL PRIMARY KEY,
    post_id     BIGINT        NOT NULL,
    day         DATE          NOT NULL,
    poster_up   BOOLEAN       NOT NULL,
    scanning    BOOLEAN       NOT NULL,
    note        VARCHAR(500)  NOT NULL,
    inspector   VARCHAR(120)  NOT NULL,
    entered_by  BIGINT        NOT NULL,
    entered_at  DATETIME(6)   NOT NULL,
    KEY verification_inspection_day (post_id, day),
    CONSTRAINT verification_inspection_post FOREIGN KEY (post_id) REFERENCES verification_post (id)
);
