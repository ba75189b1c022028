namespace SlimRegeling.Regels;

/// <summary>What the ceiling of the window leaves for an application that does not fit as a whole (article 2.12, under i: refused in
/// part).</summary>
public static class Plafond
{
    /// <summary>The line in a computation; it stands under the article of ground i, not in the section posten.</summary>
    public const string Regelcode = "verlaagd-tot-plafondruimte";

    /// <summary>Lowers a subsidy to what is left; of a partnership each part in proportion.</summary>
    /// <param name="ruimte">Euro, less than the subsidy.</param>
    internal static (IReadOnlyList<Partijdeel> Delen, decimal Subsidie) Pas(
        Rekenstaat staat,
        Plan plan,
        IReadOnlyList<Partijdeel> delen,
        decimal subsidie,
        decimal ruimte
    )
    {
        if (!plan.IsSamenwerkingsverband)
        {
            staat.VoegWeigering(Plafond.Regelcode, Grondcode.PlafondOverschreden, ruimte, Waarde.Van("voor-plafond", subsidie));
            return (delen, Afronding.Verlening(staat.Versie, ruimte));
        }
        var lager = Verdeling.NaarRato(ruimte, [.. plan.Deelnemers.Select((d, i) => d with { AandeelKosten = delen[i].Bedrag })]);
        var verlaagd = new Partijdeel[delen.Count];
        for (var i = 0; i < verlaagd.Length; i++)
        {
            staat.VoegWeigering(
                Plafond.Regelcode,
                Grondcode.PlafondOverschreden,
                lager[i],
                new Waarde("kvkNummer", delen[i].KvkNummer),
                Waarde.Van("voor-plafond", delen[i].Bedrag)
            );
            verlaagd[i] = delen[i] with { Bedrag = Afronding.Verlening(staat.Versie, lager[i]) };
        }
        return (verlaagd, verlaagd.Sum(d => d.Bedrag));
    }
}
