namespace SlimRegeling.Regels;

public enum Grootteklasse
{
    Klein,
    Middelgroot,
    Groot,
}

/// <summary>The size of an enterprise with those linked to it, by the steps of the mkb-verklaring (article 2.1). Step 3, public bodies
/// holding more than 25%, is not in the input and is not tested.</summary>
public static class Grootte
{
    public static Grootteklasse Bepaal(Regelversie versie, Onderneming onderneming)
    {
        var (personen, omzet, balans) = MetGelieerde(onderneming);

        // Steps 1 and 2, on the sums of steps 4 and 5: a sum is never below the enterprise's own figure.
        if (personen >= versie[Parameters.MkbPersonen])
            return Grootteklasse.Groot;
        if (omzet > versie[Parameters.MkbOmzet] && balans > versie[Parameters.MkbBalans])
            return Grootteklasse.Groot;

        // Steps 6 and 7.
        if (personen >= versie[Parameters.KleinPersonen])
            return Grootteklasse.Middelgroot;
        var grens = versie[Parameters.KleinOmzetOfBalans];
        return omzet > grens && balans > grens ? Grootteklasse.Middelgroot : Grootteklasse.Klein;
    }

    /// <summary>Linked enterprises count in full, partners by their percentage.</summary>
    public static (decimal Personen, decimal Omzet, decimal Balans) MetGelieerde(Onderneming onderneming)
    {
        var (personen, omzet, balans) = (onderneming.WerkzamePersonen, onderneming.Jaaromzet, onderneming.Balanstotaal);
        foreach (var gelieerd in onderneming.Gelieerd)
        {
            var deel = gelieerd.Band == Band.Verbonden ? 1m : gelieerd.Percentage / 100m;
            personen += deel * gelieerd.WerkzamePersonen;
            omzet += deel * gelieerd.Jaaromzet;
            balans += deel * gelieerd.Balanstotaal;
        }
        return (personen, omzet, balans);
    }
}
