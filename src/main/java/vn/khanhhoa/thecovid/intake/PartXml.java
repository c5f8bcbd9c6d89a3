package vn.khanhhoa.thecovid.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the elements of one XML part, which is hostile until proven otherwise. It knows less than a general
 * parser on purpose: UTF-8 only, no document type definition (refused, so nothing can be defined or fetched), no names
 * kept, and no tag longer than 64 kB. Memory does not grow with the input, which no general parser's symbol table,
 * attribute buffer or element stack promises.
 */
final class PartXml implements AutoCloseable {
    enum Event {
        START,
        END,
        EOF
    }

    private static final int LONGEST_TAG = 1 << 16;
    private static final int EOF = -1;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 14];
    private int position;
    private int limit;

    private byte[] tag = new byte[256];
    private int tagLength;
    private int nameStart;
    private int nameEnd;
    private boolean endPending;
    private int depth;

    PartXml(InputStream in) {
        this.in = in;
    }

    /** Goes to the next start or end tag; texts on the way are passed over. */
    Event next() {
        if (endPending) {
            endPending = false;
            depth--;
            return Event.END;
        }
        while (true) {
            if (!skipToTag()) {
                if (depth != 0) {
                    throw damaged();
                }
                return Event.EOF;
            }
            readTag();
            switch (tag[0]) {
                case '?' -> checkEncoding();
                case '!' -> passDeclaration();
                case '/' -> {
                    depth--;
                    name(1);
                    return Event.END;
                }
                default -> {
                    endPending = tag[tagLength - 1] == '/';
                    if (endPending) {
                        tagLength--;
                    }
                    name(0);
                    depth++;
                    return Event.START;
                }
            }
        }
    }

    /** True if the tag that was just met has this local name, whatever its prefix. */
    boolean is(String localName) {
        int length = nameEnd - nameStart;
        if (length != localName.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (tag[nameStart + i] != localName.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Goes on to the next start of that element; false at the end of the part. */
    boolean findStart(String localName) {
        for (Event event = next(); event != Event.EOF; event = next()) {
            if (event == Event.START && is(localName)) {
                return true;
            }
        }
        return false;
    }

    /** An attribute of the start tag that was just met, by local name. */
    @Nullable String attribute(String localName) {
        int at = nameEnd;
        while (true) {
            while (at < tagLength && isSpace(tag[at])) {
                at++;
            }
            if (at >= tagLength) {
                return null;
            }
            int name = at;
            while (at < tagLength && tag[at] != '=') {
                name = tag[at] == ':' ? at + 1 : name;
                at++;
            }
            int end = at;
            while (end > name && isSpace(tag[end - 1])) {
                end--;
            }
            do {
                at++;
            } while (at < tagLength && isSpace(tag[at]));
            if (at >= tagLength || (tag[at] != '"' && tag[at] != '\'')) {
                throw damaged();
            }
            int value = at + 1;
            int close = value;
            while (close < tagLength && tag[close] != tag[at]) {
                close++;
            }
            if (equals(name, end, localName)) {
                return XmlText.decode(tag, value, close);
            }
            at = close + 1;
        }
    }

    private boolean equals(int from, int to, String text) {
        if (to - from != text.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (tag[i] != text.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }

    /** Takes the characters from here to the next tag into {@code text}, which cuts what it has no room for. */
    void text(XmlText text) {
        while (!endPending) {
            int c = peek();
            if (c == EOF) {
                throw damaged();
            }
            if (c != '<') {
                int from = position;
                while (position < limit && buffer[position] != '<') {
                    position++;
                }
                text.append(buffer, from, position);
            } else if (!characterData(text)) {
                return;
            }
        }
    }

    /** Looks at the tag ahead: a CDATA section is taken, a comment passed over; any other stays for {@link #next}. */
    private boolean characterData(XmlText text) {
        if (limit - position < 2) {
            refillKeeping();
        }
        if (limit - position < 2 || buffer[position + 1] != '!') {
            return false;
        }
        position++;
        readTag();
        if (startsWith("![CDATA[")) {
            passUntil("]]>", text);
        } else {
            passDeclaration();
        }
        return true;
    }

    private void readTag() {
        tagLength = 0;
        int quote = 0;
        while (true) {
            int c = read();
            if (c == EOF || tagLength == LONGEST_TAG) {
                throw damaged();
            }
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>') {
                break;
            } else if ((c == '"' || c == '\'') && tagLength > 0 && tag[0] != '!' && tag[0] != '?') {
                quote = c;
            }
            if (tagLength == tag.length) {
                tag = Arrays.copyOf(tag, tag.length * 2);
            }
            tag[tagLength++] = (byte) c;
            if ((tagLength == 8 && startsWith("![CDATA[")) || (tagLength == 3 && startsWith("!--"))) {
                return;
            }
        }
        if (tagLength == 0) {
            throw damaged();
        }
    }

    private void passDeclaration() {
        if (startsWith("!--")) {
            passUntil("-->", null);
        } else if (startsWith("![CDATA[")) {
            passUntil("]]>", null);
        } else {
            throw new Refusal(UnreadableCode.EXTERNAL_CONTENT);
        }
    }

    private void passUntil(String close, @Nullable XmlText text) {
        int matched = 0;
        while (matched < close.length()) {
            int c = read();
            if (c == EOF) {
                throw damaged();
            }
            if (c == close.charAt(matched)) {
                matched++;
                continue;
            }
            if (matched == close.length() - 1 && c == close.charAt(0)) {
                append(text, close, 1);
            } else {
                append(text, close, matched);
                if (text != null) {
                    text.appendLiteral((byte) c);
                }
                matched = 0;
            }
        }
    }

    private static void append(@Nullable XmlText text, String close, int length) {
        for (int i = 0; text != null && i < length; i++) {
            text.appendLiteral((byte) close.charAt(i));
        }
    }

    private void checkEncoding() {
        String declaration = new String(tag, 0, tagLength, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
        int encoding = declaration.indexOf("ENCODING");
        if (declaration.startsWith("?XML ")
                && encoding > 0
                && declaration.indexOf("UTF-8", encoding) < 0
                && declaration.indexOf("ASCII", encoding) < 0) {
            throw damaged();
        }
    }

    private boolean startsWith(String text) {
        return tagLength >= text.length() && equals(0, text.length(), text);
    }

    private void name(int from) {
        nameStart = from;
        int at = from;
        while (at < tagLength && !isSpace(tag[at])) {
            if (tag[at] == ':') {
                nameStart = at + 1;
            }
            at++;
        }
        nameEnd = at;
        if (depth < 0) {
            throw damaged();
        }
    }

    private boolean skipToTag() {
        while (true) {
            while (position < limit) {
                if (buffer[position++] == '<') {
                    return true;
                }
            }
            if (!refill()) {
                return false;
            }
        }
    }

    private int read() {
        return position < limit || refill() ? buffer[position++] & 0xFF : EOF;
    }

    private int peek() {
        return position < limit || refill() ? buffer[position] & 0xFF : EOF;
    }

    private boolean refill() {
        position = 0;
        limit = 0;
        refillKeeping();
        return limit > 0;
    }

    private void refillKeeping() {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        try {
            limit += Math.max(0, in.read(buffer, limit, buffer.length - limit));
        } catch (IOException notFromMemory) {
            throw new IllegalStateException(notFromMemory);
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private static Refusal damaged() {
        return new Refusal(UnreadableCode.DAMAGED);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException notFromMemory) {
            throw new IllegalStateException(notFromMemory);
        }
    }
}
