using System.Globalization;

namespace SlimRegeling.Web.Formulieren;

/// <summary>Rows that come and go, and what the buttons among the fields ask.</summary>
public sealed partial class Invulling
{
    /// <summary>An empty row more.</summary>
    public void VoegToe(Veld lijst, string pad)
    {
        var rij = Rijen(pad);
        if (rij < (lijst.Meeste ?? MeesteRijen))
        {
            Leeg(lijst.Element!, Pad.Rij(pad, rij));
            Focus = Pad.Bij(Pad.Rij(pad, rij), lijst.Element!.Velden[0].Naam);
        }
    }

    public IReadOnlyList<string> Keuzes(string pad) => _fouten.Find(f => f.Pad == pad)?.Keuzes ?? [];

    /// <summary>
    /// Does what a button among the fields asked: <c>erbij:{list}</c>, <c>weg:{row}</c> or <c>lees:{field}={text}</c>; null when it asked
    /// something else.
    /// </summary>
    public Invulling? Doe(Veld formulier, string? opdracht)
    {
        if (opdracht?.Split(':', 2) is not [var wat, var pad] || wat is not ("erbij" or "weg" or "lees"))
        {
            return null;
        }
        return wat switch
        {
            "erbij" => Erbij(formulier, pad),
            "weg" => Weg(pad),
            _ => Lees(formulier, pad),
        };
    }

    private Invulling Erbij(Veld formulier, string pad)
    {
        if (formulier.Zoek(pad) is { Soort: Veldsoort.Lijst } lijst)
        {
            VoegToe(lijst, pad);
        }
        return this;
    }

    private Invulling Lees(Veld formulier, string opdracht)
    {
        if (opdracht.Split('=', 2) is [var pad, var tekst] && formulier.Zoek(pad) is { IsEnkel: true })
        {
            Zet(pad, tekst);
            Focus = pad;
        }
        return this;
    }

    private Invulling Weg(string pad)
    {
        var haak = pad.LastIndexOf('[');
        if (haak < 0 || !int.TryParse(pad.AsSpan(haak + 1).TrimEnd(']'), CultureInfo.InvariantCulture, out var rij))
        {
            return this;
        }
        var zonder = Zonder(pad[..haak], rij);
        zonder.Focus = pad[..haak];
        return zonder;
    }

    /// <summary>Takes what is wrong and the place of the reader from an earlier state.</summary>
    public void Houd(Invulling eerder)
    {
        Focus = eerder.Focus;
        _fouten.AddRange(eerder._fouten);
    }

    /// <summary>The reader begins at the top of the page.</summary>
    public void BegintBovenaan() => Focus = null;

    /// <summary>A copy without rows in which nothing stands.</summary>
    public Invulling Opgeruimd()
    {
        var netjes = new Invulling();
        foreach (var (pad, waarde) in _waarden)
        {
            netjes.Zet(pad, waarde);
        }
        foreach (var lijst in _rijen.Keys.OrderByDescending(l => l.Length).ToList())
        {
            for (var rij = netjes.Rijen(lijst) - 1; rij >= 0; rij--)
            {
                if (netjes.IsLeeg(Pad.Rij(lijst, rij)))
                {
                    netjes = netjes.Zonder(lijst, rij);
                }
            }
        }
        return netjes;
    }

    /// <summary>Without that row; the later ones move up.</summary>
    public Invulling Zonder(string lijst, int rij)
    {
        var nieuw = new Invulling();
        foreach (var (pad, waarde) in _waarden)
        {
            if (!Pad.Onder(pad, lijst) || pad == lijst)
            {
                nieuw.Zet(pad, waarde);
                continue;
            }
            var eind = pad.IndexOf(']', lijst.Length);
            var index = int.Parse(pad.AsSpan(lijst.Length + 1, eind - lijst.Length - 1), CultureInfo.InvariantCulture);
            if (index != rij)
            {
                nieuw.Zet(Pad.Rij(lijst, index > rij ? index - 1 : index) + pad[(eind + 1)..], waarde);
            }
        }
        return nieuw;
    }
}
