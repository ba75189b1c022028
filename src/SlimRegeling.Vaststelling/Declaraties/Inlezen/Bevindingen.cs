using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling.Declaraties.Inlezen;

/// <summary>What is wrong with a file, by line and column, and what the sender is told besides.</summary>
internal sealed class Bevindingen
{
    // Who made the same mistake in every line has seen enough by then.
    public const int Meeste = 100;

    private const int MeesteMeldingen = 20;

    private readonly List<(int Rij, Fout Fout)> _fouten = [];
    private readonly List<string> _meldingen = [];

    public bool Geen => _fouten.Count == 0;

    /// <summary>There is no use in looking on.</summary>
    public bool Vol => _fouten.Count >= Meeste;

    /// <summary>Nothing wrong, but the sender should know.</summary>
    public IReadOnlyList<string> Meldingen => _meldingen;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Fout> Fouten
    {
        get
        {
            IEnumerable<Fout> fouten = _fouten.OrderBy(f => f.Rij).Select(f => f.Fout);
            return Vol
                ?
                [
                    .. fouten,
                    new(
                        "bestand",
                        $"Dit zijn de eerste {Meeste} fouten; misschien zijn er meer. Verbeter deze en lees het bestand dan opnieuw in."
                    ),
                ]
                : [.. fouten];
        }
    }

    public void Bestand(string uitleg) => Voeg(0, "bestand", uitleg);

    /// <summary>Up to this line it was read; the explanation names it.</summary>
    public void Tot(int rij, string uitleg) => Voeg(rij, $"regel[{rij}]", uitleg);

    public void Rij(int rij, string uitleg) => Voeg(rij, $"regel[{rij}]", $"Regel {rij}: {uitleg}");

    public void Cel(int rij, Kolom kolom, string uitleg) =>
        Voeg(rij, $"regel[{rij}].{kolom.Sleutel}", $"Regel {rij}, kolom {kolom.Kop}: {uitleg}");

    /// <summary>Of a column that has no heading of ours, or whose heading is not read yet.</summary>
    public void Plaats(int rij, int kolom, string uitleg)
    {
        var letters = Kolomletters.Van(kolom);
        Voeg(rij, $"regel[{rij}].{letters}", $"Regel {rij}, kolom {letters}: {uitleg}");
    }

    public void Meld(string melding)
    {
        if (_meldingen.Count < MeesteMeldingen)
        {
            _meldingen.Add(melding);
        }
    }

    private void Voeg(int rij, string veld, string uitleg)
    {
        if (!Vol)
        {
            _fouten.Add((rij, new(veld, uitleg)));
        }
    }
}

/// <summary>The file cannot be read on; what was wrong in the lines before is told with it.</summary>
internal sealed class Onleesbaar(string uitleg, int? rij = null) : Exception(uitleg)
{
    public int? Rij => rij;

    public static Onleesbaar Beschadigd() =>
        new(
            "Dit bestand is beschadigd of niet heel overgekomen. Open het op uw eigen apparaat, controleer het, sla het opnieuw op en lees het dan opnieuw in."
        );

    public static Onleesbaar TeGroot() =>
        new(
            "Dit bestand wordt te groot als het wordt uitgepakt. Zet de regels in een nieuw sjabloon, zonder opmaak en andere bladen, of deel ze op."
        );

    public static Onleesbaar GeenSjabloon() =>
        new(
            "Dit bestand begint niet zoals ons sjabloon: op de eerste regel staat 'Zaaknummer' met daarnaast het nummer, op de tweede staan de kolomkoppen. Haal het sjabloon op bij deze zaak en zet uw regels daarin."
        );
}
