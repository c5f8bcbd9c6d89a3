package vn.khanhhoa.thecovid.card.token;

/** What a card is: of one kind so far. The number is what codes have. */
public enum CardKind {
    WORK(1);

    private final int number;

    CardKind(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static CardKind of(long number) throws MalformedException {
        for (CardKind kind : values()) {
            if (kind.number == number) {
                return kind;
            }
        }
        throw new MalformedException("no kind of card " + number);
    }
}
