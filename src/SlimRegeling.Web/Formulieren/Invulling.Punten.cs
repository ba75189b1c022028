namespace SlimRegeling.Web.Formulieren;

/// <summary>What is said beside the fields: points of attention, and where a text came from when nobody typed it.</summary>
public sealed partial class Invulling
{
    private readonly List<Veldfout> _punten = [];
    private readonly Dictionary<string, string> _merken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _weggelaten = new(StringComparer.Ordinal);

    public IReadOnlyList<Veldfout> Punten => _punten;

    public IReadOnlyDictionary<string, string> Merken => _merken;

    /// <summary>Rows that could not be saved as they are, each with the field for which it was.</summary>
    public IReadOnlyDictionary<string, string> Weggelaten => _weggelaten;

    /// <summary>Notes that a row was not saved; nothing when it is no row.</summary>
    public void LaatWeg(string rij, string veld)
    {
        if (rij.EndsWith(']'))
        {
            _weggelaten[rij] = veld;
        }
    }

    /// <summary>Says nothing more of fields in which nothing stands: one is not there yet.</summary>
    public void ZwijgOverLege() => _fouten.RemoveAll(f => IsLeeg(f.Pad));

    /// <param name="vertaald">The words are in the language of the page, and not in that of the API.</param>
    public void LetOp(string pad, string uitleg, string? artikel = null, bool vertaald = false)
    {
        if (!_punten.Exists(p => p.Pad == pad && p.Uitleg == uitleg))
        {
            _punten.Add(new(pad, uitleg, artikel) { Vertaald = vertaald });
        }
    }

    /// <summary>Says where the text of a field came from.</summary>
    public void Merk(string pad, string herkomst) => _merken[pad] = herkomst;

    /// <summary>The place here of a place in what was saved, in which rows without anything are left out.</summary>
    public string Hier(string bewaard)
    {
        var vol = VolleRijen();
        var hier = "";
        foreach (var stap in Pad.Stappen(bewaard))
        {
            if (Pad.Rijnummer(stap) is { } nummer)
            {
                var lijst = hier;
                var rijen = Enumerable.Range(0, Rijen(lijst)).Where(r => vol.Contains(Pad.Rij(lijst, r)));
                hier = Pad.Rij(lijst, rijen.Skip(nummer).Cast<int?>().FirstOrDefault() ?? nummer);
            }
            else
            {
                hier = Pad.Bij(hier, stap);
            }
        }
        return hier;
    }

    private HashSet<string> VolleRijen() =>
        [
            .. _waarden
                .Where(w => w.Value.Length > 0 && !_weggelaten.Keys.Any(rij => Pad.Onder(w.Key, rij)))
                .SelectMany(w => Pad.Rijen(w.Key)),
        ];
}
