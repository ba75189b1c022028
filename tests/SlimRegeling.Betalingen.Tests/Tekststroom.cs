using System.Text;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>A file that is made while it is read, so that it can be larger than the memory.</summary>
internal sealed class Tekststroom(IEnumerable<string> delen) : Stream
{
    private readonly IEnumerator<string> _delen = delen.GetEnumerator();
    private byte[] _deel = [];
    private int _plek;

    /// <summary>How many bytes were asked of it.</summary>
    public long Gelezen { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Gelezen;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (_plek == _deel.Length)
        {
            if (!_delen.MoveNext())
            {
                return 0;
            }
            (_deel, _plek) = (Encoding.UTF8.GetBytes(_delen.Current), 0);
        }
        var aantal = Math.Min(count, _deel.Length - _plek);
        _deel.AsSpan(_plek, aantal).CopyTo(buffer.AsSpan(offset));
        _plek += aantal;
        Gelezen += aantal;
        return aantal;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _delen.Dispose();
        base.Dispose(disposing);
    }
}
