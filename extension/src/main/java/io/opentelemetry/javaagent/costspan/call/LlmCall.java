package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.context.Scope;
import io.opentelemetry.javaagent.costspan.telemetry.StreamEnd;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A tap's hold on a call: handed from the advice to the response and its body. Nothing of ours
 * throws. When the application lets go of all of them without an end, the reaper ends the call, so
 * nothing that outlives the application's use of the response may refer to this object.
 */
public final class LlmCall {

  /** Closes what a call is read from. */
  @FunctionalInterface
  public interface Closing<X extends Exception> {
    void close() throws X;
  }

  private static final int PIECE_SIZE = 8192;

  private final Observed state;
  private final Reaper.Watch watch;
  private @Nullable Scope scope;

  private LlmCall(Observed state, Reaper reaper) {
    this.state = state;
    this.watch = reaper.watch(this, state);
  }

  /** Makes the call current on this thread until {@link #leaveThread()}. */
  @SuppressWarnings("MustBeClosedChecker") // closed by leaveThread, from the exit advice
  static LlmCall enter(Observed state, Reaper reaper) {
    LlmCall call = new LlmCall(state, reaper);
    call.scope = state.context().makeCurrent();
    return call;
  }

  /** The SDK's method returns: the thread is the application's again. On the beginning thread. */
  public void leaveThread() {
    Scope entered = scope;
    scope = null;
    try {
      if (entered != null) {
        entered.close();
      }
    } catch (Throwable t) {
      lost(t);
    }
  }

  /** Whether the request is to ask for usage, and the answer to be shown without it. */
  public boolean asksStreamUsage() {
    try {
      return state.asksStreamUsage();
    } catch (Throwable t) {
      LlmCalls.failed("call", t);
      return false;
    }
  }

  /**
   * The response's head arrived. A second one takes the place of the first: some SDKs start a
   * response over.
   *
   * @param status HTTP status
   * @param headers looked at before this returns, and not kept
   */
  public void headers(int status, HeaderLookup headers) {
    try {
      state.headers(status, headers);
      forgetIfEnded();
    } catch (Throwable t) {
      lost(t);
    }
  }

  /** The application read these bytes of the body; they are not kept. */
  public void bytes(byte[] bytes, int offset, int length) {
    try {
      if (!state.isEnded()) {
        state.bytes(bytes, offset, length);
        forgetIfEnded();
      }
    } catch (Throwable t) {
      lost(t);
    }
  }

  /** The same, of what a buffer has left to read; the buffer stays as it is. */
  public void bytes(ByteBuffer buffer) {
    try {
      if (!state.isEnded()) {
        show(buffer);
      }
    } catch (Throwable t) {
      lost(t);
    }
  }

  private void show(ByteBuffer buffer) {
    if (buffer.hasArray()) {
      bytes(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
    } else {
      copied(buffer.duplicate());
    }
  }

  private void copied(ByteBuffer rest) {
    byte[] piece = new byte[Math.min(PIECE_SIZE, rest.remaining())];
    while (rest.hasRemaining()) {
      int length = Math.min(piece.length, rest.remaining());
      rest.get(piece, 0, length);
      bytes(piece, 0, length);
    }
  }

  /** The body is at its end. */
  public void endOfBody() {
    end(StreamEnd.EOF, null);
  }

  /** The application begins to close; a reader in another thread may now be thrown at. */
  public void closing() {
    try {
      state.closing();
    } catch (Throwable t) {
      lost(t);
    }
  }

  /** The application closes the response or its body: the end of the call, even where it throws. */
  public <X extends Exception> void close(Closing<X> response) throws X {
    closing();
    try {
      response.close();
    } finally {
      closed();
    }
  }

  /** The application closed the response or its body. */
  public void closed() {
    end(StreamEnd.CLOSED, null);
  }

  /** The SDK or the body threw; a cancellation is one way to throw. */
  public void failed(Throwable failure) {
    end(StreamEnd.FAILED, failure);
  }

  /** A failure of ours keeps us from seeing the response. */
  void unreadable() {
    try {
      state.unreadable();
      forgetIfEnded();
    } catch (Throwable t) {
      LlmCalls.failed("call", t);
    }
  }

  /** What failed may fail again: what would reach the application is not tried a second time. */
  private void lost(Throwable failure) {
    LlmCalls.failed("call", failure);
    unreadable();
  }

  /** Runs the application's callbacks in the context that it called from. */
  public void runAsCaller(Runnable callbacks) {
    state.caller().wrap(callbacks).run();
  }

  /** The call's context, for an SDK that hands it on otherwise than by the thread. */
  public Object handOn() {
    return state.context();
  }

  private void end(StreamEnd how, @Nullable Throwable failure) {
    try {
      if (!state.isEnded()) {
        state.end(how, failure);
        forgetIfEnded();
      }
    } catch (Throwable t) {
      lost(t);
    }
  }

  private void forgetIfEnded() {
    if (state.isEnded()) {
      watch.stop();
    }
  }
}
