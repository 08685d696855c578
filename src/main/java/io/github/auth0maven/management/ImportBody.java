package io.github.auth0maven.management;

import io.github.auth0maven.batch.Batch;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** The form of a job's submission with a batch in it, as the body of a request. */
final class ImportBody extends RequestBody {

    private final ImportForm form;
    private final Batch batch;

    ImportBody(ImportForm form, Batch batch) {
        this.form = form;
        this.batch = batch;
    }

    /** The request's header tells it: a type that OkHttp parses has Kotlin's regular expressions loaded. */
    @Override
    public @Nullable MediaType contentType() {
        return null;
    }

    @Override
    public long contentLength() {
        return (long) form.head().length + batch.size() + form.tail().length;
    }

    /** A job must not be submitted twice by a client that means well. */
    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(form.head()).write(batch.content()).write(form.tail());
    }
}
