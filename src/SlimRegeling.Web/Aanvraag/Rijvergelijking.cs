using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Aanvraag;

/// <summary>
/// Lays the rows of a list that are known by a KVK number, such as the parties of a partnership, side by side in three versions of a form, wherever
/// they stand in each: what was put in or taken out elsewhere shifts no other row. What one of the two took out and the other did not touch stays
/// out; what the other changed meanwhile stays in, so that nothing that was typed is lost.
/// </summary>
public sealed class Rijvergelijking
{
    private const string Sleutel = "kvkNummer";

    private readonly IReadOnlyDictionary<string, string> _mijn;
    private readonly Func<string, string, string> _eender;

    // By list: the first place after the rows of this page.
    private readonly Dictionary<string, int> _erbij = [];

    /// <param name="eender">Gives two ways to write one value of a field, by its path, as one.</param>
    public Rijvergelijking(
        Veld formulier,
        IReadOnlyDictionary<string, string> begin,
        IReadOnlyDictionary<string, string> mijn,
        IReadOnlyDictionary<string, string> hun,
        Func<string, string, string> eender
    )
    {
        (Begin, _mijn, Hun, _eender) = (begin, mijn, hun, eender);
        foreach (var lijst in Lijsten(formulier, ""))
        {
            Leg(lijst);
        }
    }

    /// <summary>As this page began, with each row where it stands on this page.</summary>
    public IReadOnlyDictionary<string, string> Begin { get; private set; }

    /// <summary>As it was saved meanwhile, likewise; what is not on this page stands after it.</summary>
    public IReadOnlyDictionary<string, string> Hun { get; private set; }

    /// <summary>Where a place stands once rows without anything in them are left out: this page does not show it, but the next save tells of it.</summary>
    public string Opgeslagen(string pad, IReadOnlyDictionary<string, string> waarden)
    {
        foreach (var (lijst, eerste) in _erbij.Where(e => Pad.Onder(pad, e.Key)))
        {
            var rijen = Rijen(waarden, lijst);
            if (Nummer(pad, lijst) is var (rij, staart) && rij >= eerste)
            {
                return Pad.Rij(lijst, rijen.Count(r => r.Key < rij && r.Value.Any(v => v.Value.Length > 0))) + staart;
            }
        }
        return pad;
    }

    private static IEnumerable<string> Lijsten(Veld groep, string pad) =>
        groep.Velden.SelectMany(deel =>
            deel.Soort switch
            {
                Veldsoort.Lijst when deel.Element!.Velden.Any(v => v.Naam == Sleutel) => [Pad.Bij(pad, deel.Naam)],
                Veldsoort.Groep => Lijsten(deel, Pad.Bij(pad, deel.Naam)),
                _ => (IEnumerable<string>)[],
            }
        );

    private void Leg(string lijst)
    {
        var (begin, mijn, hun) = (Rijen(Begin, lijst), Rijen(_mijn, lijst), Rijen(Hun, lijst));
        var (mijnVan, hunVan) = (Paren(begin, mijn), Paren(begin, hun));
        var naarMijn = mijnVan.ToDictionary(p => p.Value, p => p.Key);
        var erbij = _erbij[lijst] = mijn.Keys.Append(-1).Max() + 1;
        var hunNaar = new Dictionary<int, int>();
        foreach (var (rij, velden) in hun)
        {
            if (hunVan.TryGetValue(rij, out var toen))
            {
                if (naarMijn.TryGetValue(toen, out var hier))
                {
                    hunNaar[rij] = hier;
                }
                else if (!Gelijk(lijst, begin[toen], velden))
                {
                    hunNaar[rij] = erbij++;
                }
                continue;
            }
            var zelfde = mijn.Where(m => !mijnVan.ContainsKey(m.Key) && Kvk(velden).Length > 0 && Kvk(m.Value) == Kvk(velden));
            hunNaar[rij] = zelfde.Select(m => (int?)m.Key).FirstOrDefault() ?? erbij++;
        }
        var nogDaar = hunVan.Values.ToHashSet();
        var beginNaar = naarMijn
            .Where(p => nogDaar.Contains(p.Key) || Gelijk(lijst, begin[p.Key], mijn[p.Value]))
            .ToDictionary(p => p.Key, p => p.Value);
        Begin = Verplaatst(Begin, lijst, beginNaar);
        Hun = Verplaatst(Hun, lijst, hunNaar);
    }

    /// <summary>Which row of another version is which of the first: the one with the same number, or in the same place while one has none.</summary>
    private static Dictionary<int, int> Paren(
        SortedDictionary<int, Dictionary<string, string>> begin,
        SortedDictionary<int, Dictionary<string, string>> ander
    )
    {
        var paren = new Dictionary<int, int>();
        foreach (var (rij, velden) in ander.Where(a => Kvk(a.Value).Length > 0))
        {
            var zelfde = begin.Where(b => Kvk(b.Value) == Kvk(velden) && !paren.ContainsValue(b.Key)).Select(b => (int?)b.Key);
            if (zelfde.FirstOrDefault() is { } toen)
            {
                paren[rij] = toen;
            }
        }
        foreach (var (rij, velden) in ander.Where(a => !paren.ContainsKey(a.Key)))
        {
            if (begin.TryGetValue(rij, out var toen) && !paren.ContainsValue(rij) && (Kvk(toen).Length == 0 || Kvk(velden).Length == 0))
            {
                paren[rij] = rij;
            }
        }
        return paren;
    }

    private bool Gelijk(string lijst, Dictionary<string, string> een, Dictionary<string, string> twee) =>
        een
            .Keys.Union(twee.Keys)
            .All(staart =>
            {
                var pad = Pad.Rij(lijst, 0) + staart;
                return _eender(pad, een.GetValueOrDefault(staart, "")) == _eender(pad, twee.GetValueOrDefault(staart, ""));
            });

    private static Dictionary<string, string> Verplaatst(
        IReadOnlyDictionary<string, string> waarden,
        string lijst,
        Dictionary<int, int> naar
    )
    {
        var verplaatst = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (pad, waarde) in waarden)
        {
            if (Nummer(pad, lijst) is not var (rij, staart))
            {
                verplaatst[pad] = waarde;
            }
            else if (naar.TryGetValue(rij, out var hier))
            {
                verplaatst[Pad.Rij(lijst, hier) + staart] = waarde;
            }
        }
        return verplaatst;
    }

    /// <summary>By their place in the list: what stands in each, by what follows it in a path.</summary>
    private static SortedDictionary<int, Dictionary<string, string>> Rijen(IReadOnlyDictionary<string, string> waarden, string lijst)
    {
        var rijen = new SortedDictionary<int, Dictionary<string, string>>();
        foreach (var (pad, waarde) in waarden)
        {
            if (Nummer(pad, lijst) is var (rij, staart))
            {
                rijen.TryAdd(rij, []);
                rijen[rij][staart] = waarde;
            }
        }
        return rijen;
    }

    private static (int Rij, string Staart)? Nummer(string pad, string lijst)
    {
        if (!pad.StartsWith(lijst, StringComparison.Ordinal) || pad.Length <= lijst.Length || pad[lijst.Length] != '[')
        {
            return null;
        }
        var einde = pad.IndexOf(']', lijst.Length);
        return einde > 0 && Pad.Rijnummer(pad[lijst.Length..(einde + 1)]) is { } rij ? (rij, pad[(einde + 1)..]) : null;
    }

    private static string Kvk(Dictionary<string, string> velden) =>
        string.Concat(velden.GetValueOrDefault($".{Sleutel}", "").Where(char.IsAsciiDigit));
}
