using System.Runtime.CompilerServices;

namespace SlimRegeling.Dossiers.Keuring;

/// <summary>Ends a reader that goes round in circles: by time, and by how deep it has called itself.</summary>
internal sealed class Begrensdestroom(Stream bestand, Keurtijd tijd) : Stream
{
    private int _stap;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => bestand.Length;
    public override long Position
    {
        get => bestand.Position;
        set
        {
            Bewaak();
            bestand.Position = value;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        Bewaak();
        return bestand.Read(buffer);
    }

    public override int ReadByte()
    {
        Bewaak();
        return bestand.ReadByte();
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        Bewaak();
        return bestand.Seek(offset, origin);
    }

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Bewaak()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if ((++_stap & 0xFFF) == 0 && tijd.IsLaat())
        {
            throw new TimeoutException("It is still reading.");
        }
    }
}
