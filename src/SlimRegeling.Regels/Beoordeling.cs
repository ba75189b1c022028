using System.Collections.Frozen;

namespace SlimRegeling.Regels;

/// <summary>A plan judged under one rule version: what a proefberekening answers and what a decision is based on.</summary>
public sealed record Beoordeling
{
    private static readonly FrozenSet<string> Oordeelbaar = Grondcode
        .DoorBeoordelaar.Concat(Eiscode.DoorBeoordelaar)
        .ToFrozenSet(StringComparer.Ordinal);

    public required string Regelversie { get; init; }

    /// <summary><see cref="Regels.Regelversie.Hash"/> of the version at the moment of judging.</summary>
    public required string Parametershash { get; init; }

    /// <summary>False when a requirement or ground is not met. What is not judged blocks nothing.</summary>
    public required bool Subsidiabel { get; init; }

    /// <summary>Null for a partnership.</summary>
    public required Grootteklasse? Grootteklasse { get; init; }
    public required Berekening Berekening { get; init; }

    /// <summary>Zero when not eligible, else the amount of the computation.</summary>
    public required decimal Subsidiebedrag { get; init; }

    /// <summary>Zero when not eligible.</summary>
    public required decimal Voorschot { get; init; }

    /// <summary>Requirements, then refusal grounds.</summary>
    public required IReadOnlyList<Toets> Toetsen { get; init; }

    /// <exception cref="ArgumentException">A judgment on something that no assessor judges, or aid without a reference day.</exception>
    public static Beoordeling Van(Regelversie versie, Plan plan, Feiten feiten)
    {
        if (feiten.Oordelen.Count > 0)
            foreach (var code in feiten.Oordelen.Keys)
                if (!Oordeelbaar.Contains(code))
                    throw new ArgumentException($"Over '{code}' geeft een beoordelaar geen oordeel.", nameof(feiten));

        var omvang = Grootte.Meet(versie, plan);
        var (ruimte, partijruimten) = Ruimte(versie, plan, feiten);
        var berekening = Subsidieberekening.Bereken(versie, plan, omvang, ruimte?.Beschikbaar, partijruimten, feiten.Plafondruimte);
        var toetsen = Toets(new Geval(versie, plan, feiten, omvang, ruimte, partijruimten, berekening));
        var subsidiabel = Array.TrueForAll(toetsen, t => t.Uitkomst != Toetsuitkomst.NietVoldaan);
        return new()
        {
            Regelversie = versie.Id,
            Parametershash = versie.Hash,
            Subsidiabel = subsidiabel,
            Grootteklasse = omvang?.Klasse,
            Berekening = berekening,
            Subsidiebedrag = subsidiabel ? berekening.Subsidiebedrag : 0.00m,
            Voorschot = subsidiabel ? berekening.Voorschot : 0.00m,
            Toetsen = toetsen,
        };
    }

    private static Toets[] Toets(in Geval geval)
    {
        var blad = geval.Versie.Toetsblad(geval.Plan.Aanvragertype);
        var (eisen, gronden) = (blad.Eisen, blad.Gronden);
        var toetsen = new Toets[eisen.Length + gronden.Length];
        for (var i = 0; i < eisen.Length; i++)
            toetsen[i] = Eisen.Toets(eisen[i], geval);
        for (var i = 0; i < gronden.Length; i++)
            toetsen[eisen.Length + i] = Gronden.Toets(gronden[i], geval, blad, toetsen.AsSpan(0, eisen.Length));
        return toetsen;
    }

    /// <summary>The de-minimis room of a single applicant, or of each party of a partnership that is a firm.</summary>
    private static (DeMinimisruimte? Aanvrager, DeMinimisruimte?[]? Partijen) Ruimte(Regelversie versie, Plan plan, Feiten feiten)
    {
        if (feiten.Steun is not { } steun)
            return (null, null);
        var peildatum = feiten.Peildatum ?? throw new ArgumentException("Steun is alleen te beoordelen met een peildatum.", nameof(feiten));
        if (!plan.IsSamenwerkingsverband)
            return (DeMinimis.Ruimte(versie, plan.Onderneming, steun, peildatum), null);
        var ruimten = new DeMinimisruimte?[plan.Deelnemers.Count];
        for (var i = 0; i < ruimten.Length; i++)
        {
            if (plan.Deelnemers[i].Onderneming is not { } onderneming)
                continue;
            List<Steun>? eigen = null;
            for (var j = 0; j < steun.Count; j++)
                if (IsVan(steun[j], plan.Deelnemers[i]))
                    (eigen ??= []).Add(steun[j]);
            ruimten[i] = DeMinimis.Ruimte(versie, onderneming, eigen ?? (IEnumerable<Steun>)[], peildatum);
        }
        return (null, ruimten);
    }

    /// <summary>Aid without a number is that of who applies: in a partnership the hoofdaanvrager.</summary>
    private static bool IsVan(Steun steun, Deelnemer deelnemer) =>
        steun.KvkNummer is { } kvkNummer ? kvkNummer == deelnemer.KvkNummer : deelnemer.Hoofdaanvrager;
}
