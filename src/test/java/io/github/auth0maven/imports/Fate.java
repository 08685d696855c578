package io.github.auth0maven.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Random;

/** What chance has in store for an import: how many faults, and which of the moments in which a process may die. */
public final class Fate {

    public final Random chance;
    private int faults;
    private int deaths;

    /** The process ends, at once and without a word. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed(String moment) {
            super("killed " + moment, null, false, false);
        }
    }

    /** At some time fate has nothing left, so that every course of events ends. */
    public Fate(Random chance, int faults, int deaths) {
        this.chance = chance;
        this.faults = faults;
        this.deaths = deaths;
    }

    public boolean happens(double probability) {
        boolean happens = faults > 0 && probability > 0 && chance.nextDouble() < probability;
        faults -= happens ? 1 : 0;
        return happens;
    }

    /** A moment at which the process may die. */
    public void mayKill(String moment) {
        if (deaths > 0 && chance.nextInt(40) == 0) {
            deaths--;
            throw new Killed(moment);
        }
    }

    /** A journal that tears where the process dies or the disk is full. */
    public RandomAccessFile file(Path path, double full) throws IOException {
        return new RandomAccessFile(path.toFile(), "rw") {
            @Override
            public void write(byte[] line) throws IOException {
                mayKill("before a line");
                if (deaths > 0 && chance.nextInt(30) == 0) {
                    deaths--;
                    write(line, 0, chance.nextInt(line.length));
                    throw new Killed("in a line");
                }
                if (happens(full)) {
                    write(line, 0, chance.nextInt(line.length));
                    throw new IOException("no space left on device");
                }
                super.write(line);
                if (!new String(line, UTF_8).startsWith("{\"event\":\"FINISHED\"")) {
                    mayKill("after a line"); // with the last one, the import has ended
                }
            }
        };
    }
}
