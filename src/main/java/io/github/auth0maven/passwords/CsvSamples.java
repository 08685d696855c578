package io.github.auth0maven.passwords;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.CharArrayReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes samples out of CSV, whose first record names the columns. */
final class CsvSamples extends AbstractBaseCsvCallbackHandler<SampleEntry> {

    private final List<String> header = new ArrayList<>();
    private SampleEntry entry = new SampleEntry();
    private boolean hasHeader;

    private CsvSamples() {}

    static void read(char[] text, Samples samples) throws IOException {
        CsvSamples handler = new CsvSamples();
        try (CsvReader<SampleEntry> records =
                CsvReader.builder().fieldSeparator(separator(text)).build(handler, new CharArrayReader(text))) {
            boolean isHeader = true;
            for (SampleEntry each : records) {
                if (!isHeader) {
                    each.addTo(samples);
                }
                isHeader = false;
            }
        }
    }

    /** The first of those in use that the header has. */
    private static char separator(char[] text) {
        for (char each : text) {
            if (each == ';' || each == '\t' || each == ',') {
                return each;
            }
            if (each == '\n') {
                break;
            }
        }
        return ',';
    }

    @Override
    protected void handleField(int field, char[] buffer, int from, int length, boolean quoted) {
        if (!hasHeader) {
            header.add(new String(buffer, from, length).strip());
        } else if (field < header.size()) {
            entry.set(header.get(field), buffer, from, length);
        }
    }

    @Override
    protected @Nullable SampleEntry buildRecord() {
        if (getFieldCount() == 0) {
            return null;
        }
        hasHeader = true;
        SampleEntry built = entry;
        entry = new SampleEntry();
        return built;
    }
}
