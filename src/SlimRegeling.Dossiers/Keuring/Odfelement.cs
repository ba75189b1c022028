using System.Xml;

namespace SlimRegeling.Dossiers.Keuring;

/// <summary>One element of an OpenDocument: by its name, and by where its attributes point to.</summary>
internal static class Odfelement
{
    private static readonly Dictionary<string, Afkeuring> Elementen = new()
    {
        ["event-listener"] = Afkeuring.Macro,
        ["script"] = Afkeuring.Macro,
        ["object-ole"] = Afkeuring.Ingesloten,
        ["applet"] = Afkeuring.Ingesloten,
        ["plugin"] = Afkeuring.Ingesloten,
        ["floating-frame"] = Afkeuring.Extern,
        ["dde-connection"] = Afkeuring.Extern,
        ["dde-connection-decl"] = Afkeuring.Extern,
        ["dde-link"] = Afkeuring.Extern,
        ["dde-source"] = Afkeuring.Extern,
        ["section-source"] = Afkeuring.Extern,
        ["table-source"] = Afkeuring.Extern,
        ["cell-range-source"] = Afkeuring.Extern,
        ["encryption-data"] = Afkeuring.Versleuteld,
    };

    public static void Keur(XmlReader lezer)
    {
        if (lezer.NodeType != XmlNodeType.Element)
        {
            return;
        }
        if (Elementen.TryGetValue(lezer.LocalName, out var afkeuring))
        {
            throw new Afgekeurd(afkeuring);
        }
        // A link waits until someone clicks on it; everything else is fetched when the file opens.
        var klik = lezer.LocalName is "a" or "template";
        while (lezer.MoveToNextAttribute())
        {
            if (lezer.LocalName == "href" && !Mag(lezer.Value, klik))
            {
                throw new Afgekeurd(Afkeuring.Extern);
            }
            if (lezer.LocalName == "formula" && lezer.Value.Contains("DDE(", StringComparison.OrdinalIgnoreCase))
            {
                throw new Afgekeurd(Afkeuring.Extern);
            }
        }
        lezer.MoveToElement();
    }

    private static bool Mag(string doel, bool klik)
    {
        if (klik)
        {
            return !doel.Contains("script:", StringComparison.OrdinalIgnoreCase)
                && !doel.StartsWith("macro:", StringComparison.OrdinalIgnoreCase);
        }
        return !doel.Contains(':', StringComparison.Ordinal) && !doel.StartsWith('/') && !doel.Contains("..", StringComparison.Ordinal);
    }
}
