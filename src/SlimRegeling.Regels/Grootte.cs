namespace SlimRegeling.Regels;

public enum Grootteklasse
{
    Klein,
    Middelgroot,
    Groot,
}

/// <summary>The size of an enterprise together with those linked to it: fte and euro over the last closed financial year.</summary>
internal readonly record struct Omvang(decimal Personen, decimal Omzet, decimal Balans, Grootteklasse Klasse);

/// <summary>The size of an enterprise with those linked to it, by the steps of the mkb-verklaring (article 2.1). Step 3, public bodies
/// holding more than 25%, is not in the input and is not tested.</summary>
public static class Grootte
{
    public static Grootteklasse Bepaal(Regelversie versie, Onderneming onderneming) => Meet(versie, onderneming).Klasse;

    /// <summary>The size of the applicant; null for a partnership.</summary>
    internal static Omvang? Meet(Regelversie versie, Plan plan) => plan.IsSamenwerkingsverband ? null : Meet(versie, plan.Onderneming);

    private static Omvang Meet(Regelversie versie, Onderneming onderneming)
    {
        var (personen, omzet, balans) = MetGelieerde(versie, onderneming);
        return new(personen, omzet, balans, Klasse(versie, personen, omzet, balans));
    }

    /// <summary>Steps 4 and 5: linked enterprises count in full, partners by their percentage; below the first limit a tie does not
    /// count, above the second it is a link.</summary>
    public static (decimal Personen, decimal Omzet, decimal Balans) MetGelieerde(Regelversie versie, Onderneming onderneming)
    {
        var (personen, omzet, balans) = (onderneming.WerkzamePersonen, onderneming.Jaaromzet, onderneming.Balanstotaal);
        for (var i = 0; i < onderneming.Gelieerd.Count; i++)
        {
            var gelieerd = onderneming.Gelieerd[i];
            var deel = Deel(versie, gelieerd);
            personen += deel * gelieerd.WerkzamePersonen;
            omzet += deel * gelieerd.Jaaromzet;
            balans += deel * gelieerd.Balanstotaal;
        }
        return (personen, omzet, balans);
    }

    private static decimal Deel(Regelversie versie, GelieerdeOnderneming gelieerd) =>
        gelieerd.IsVerbonden(versie) ? 1m
        : gelieerd.Percentage < versie[Parameters.PartnerVanaf] ? 0m
        : gelieerd.Percentage / 100m;

    /// <summary>Steps 1 and 2, then 6 and 7, on the sums: a sum is never below the enterprise's own figure.</summary>
    private static Grootteklasse Klasse(Regelversie versie, decimal personen, decimal omzet, decimal balans)
    {
        if (personen >= versie[Parameters.MkbPersonen])
            return Grootteklasse.Groot;
        if (omzet > versie[Parameters.MkbOmzet] && balans > versie[Parameters.MkbBalans])
            return Grootteklasse.Groot;
        if (personen >= versie[Parameters.KleinPersonen])
            return Grootteklasse.Middelgroot;
        var grens = versie[Parameters.KleinOmzetOfBalans];
        return omzet > grens && balans > grens ? Grootteklasse.Middelgroot : Grootteklasse.Klein;
    }
}
