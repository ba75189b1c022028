using System.Text;

namespace SlimRegeling.Web.Formulieren;

/// <summary>Rows that come and go, and what the buttons among the fields ask.</summary>
public sealed partial class Invulling
{
    /// <summary>An empty row more.</summary>
    public void VoegToe(Veld lijst, string pad)
    {
        var rij = Rijen(pad);
        if (rij < lijst.Rijgrens && _aantalRijen < MeesteRijen)
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
            "weg" => Weg(formulier, pad),
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

    private Invulling Weg(Veld formulier, string pad)
    {
        var haak = pad.LastIndexOf('[');
        if (
            haak < 0
            || Pad.Rijnummer(pad[haak..]) is not { } rij
            || formulier.Zoek(pad[..haak]) is not { Soort: Veldsoort.Lijst }
            || rij >= Rijen(pad[..haak])
        )
        {
            return this;
        }
        var zonder = Met(r => r != pad);
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
    public Invulling Opgeruimd() => Met(VolleRijen().Contains);

    /// <summary>A copy with these rows only, named by their path here; the later ones move up.</summary>
    private Invulling Met(Func<string, bool> blijft)
    {
        var nummers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (lijst, rijen) in _rijen)
        {
            var nummer = 0;
            foreach (var rij in Enumerable.Range(0, rijen).Select(r => Pad.Rij(lijst, r)).Where(blijft))
            {
                nummers[rij] = nummer++;
            }
        }
        var nieuw = new Invulling();
        foreach (var (pad, waarde) in _waarden)
        {
            if (Hernummerd(pad, nummers) is { } daar)
            {
                nieuw.Zet(daar, waarde);
            }
        }
        return nieuw;
    }

    /// <summary>Null when it stands in a row that has no number any more.</summary>
    private static string? Hernummerd(string pad, Dictionary<string, int> nummers)
    {
        var daar = new StringBuilder();
        var tot = 0;
        foreach (var rij in Pad.Rijen(pad))
        {
            if (!nummers.TryGetValue(rij, out var nummer))
            {
                return null;
            }
            daar.Append(pad, tot, pad.IndexOf('[', tot) - tot).Append(Pad.Rij("", nummer));
            tot = rij.Length;
        }
        return daar.Append(pad, tot, pad.Length - tot).ToString();
    }
}
