namespace SlimRegeling.Dossiers;

/// <summary>The kinds of file that are taken, told by their content and not by their name.</summary>
public sealed record Bestandsvorm(string Mediatype, string Extensie)
{
    private static readonly (byte[] Begin, Bestandsvorm Vorm)[] Vormen =
    [
        ("%PDF-"u8.ToArray(), new("application/pdf", "pdf")),
        ([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A], new("image/png", "png")),
        ([0xFF, 0xD8, 0xFF], new("image/jpeg", "jpg")),
    ];

    /// <summary>Null for anything else.</summary>
    public static Bestandsvorm? Van(ReadOnlySpan<byte> inhoud)
    {
        foreach (var (begin, vorm) in Vormen)
        {
            if (inhoud.StartsWith(begin))
            {
                return vorm;
            }
        }
        return null;
    }

    public static Bestandsvorm Met(string mediatype) => Vormen.Single(v => v.Vorm.Mediatype == mediatype).Vorm;
}
