package org.handrail.notifier.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;

/**
 * The socket under a kept connection. Gathers writes while corked, so that a group of commands or a whole message
 * leaves in one; bounds how much a server may say at a time; notes when it spoke.
 */
final class KeptSocket extends Socket {

    private static final int LONGEST_ANSWER = 64 * 1024;

    private final Cork cork = new Cork();
    private final Ear ear = new Ear();
    private volatile long deadline = Long.MAX_VALUE;
    private volatile boolean stalled;

    @Override
    public OutputStream getOutputStream() throws IOException {
        cork.out = super.getOutputStream();
        return cork;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        ear.in = super.getInputStream();
        return ear;
    }

    void cork() {
        cork.corked = true;
    }

    /** What was gathered leaves. When it throws, the last byte has not been taken by the network. */
    void uncork() throws IOException {
        cork.corked = false;
        cork.release();
    }

    /** From here on the server may say another 64 KiB. */
    void expectAnswer() {
        ear.budget = LONGEST_ANSWER;
    }

    /** How many bytes since {@link #expectAnswer()}. */
    int heard() {
        return LONGEST_ANSWER - ear.budget;
    }

    /** Grows whenever something arrives. */
    long arrivals() {
        return ear.arrivals;
    }

    /** @param nanoTime when to give up whatever is under way; {@link Long#MAX_VALUE} for never */
    void giveUpAt(long nanoTime) {
        deadline = nanoTime;
    }

    /** Called by the watch, from its own thread. */
    void closeIfStalled(long nanoTime) {
        long until = deadline;
        if (until != Long.MAX_VALUE && nanoTime - until > 0) {
            stalled = true;
            closeQuietly();
        }
    }

    boolean isStalled() {
        return stalled;
    }

    void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            // it is gone either way
        }
    }

    private static final class Cork extends OutputStream {

        private OutputStream out = OutputStream.nullOutputStream();
        private byte[] gathered = new byte[16 * 1024];
        private int length;
        private boolean corked;

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            if (!corked) {
                out.write(bytes, from, count);
                return;
            }
            if (gathered.length - length < count) {
                gathered = Arrays.copyOf(gathered, Math.max(gathered.length * 2, length + count));
            }
            System.arraycopy(bytes, from, gathered, length, count);
            length += count;
        }

        @Override
        public void flush() throws IOException {
            if (!corked) {
                out.flush();
            }
        }

        private void release() throws IOException {
            int count = length;
            length = 0;
            out.write(gathered, 0, count);
            out.flush();
        }
    }

    private static final class Ear extends InputStream {

        private InputStream in = InputStream.nullInputStream();
        private int budget = LONGEST_ANSWER;
        private long arrivals;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            if (budget <= 0) {
                throw new IOException("the server says too much at a time");
            }
            int read = in.read(bytes, from, Math.min(count, budget));
            if (read > 0) {
                budget -= read;
                arrivals++;
            }
            return read;
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }
    }
}
