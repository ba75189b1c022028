namespace SlimRegeling.Regels;

/// <summary>The highest amounts: of the scheme by applicant type and sector (articles 2.20 and 2.22, of a grootbedrijf 23 before 2025), and
/// the de-minimis room (2.8).</summary>
internal static class Maxima
{
    /// <summary>The amount, lowered to the maximum of the applicant. That of a farm alone holds for a grootbedrijf too.</summary>
    public static (decimal Bedrag, bool Begrensd) Pas(Rekenstaat staat, Plan plan, decimal bedrag)
    {
        var sleutel = Sleutel(staat.Versie, plan);
        if (staat.Versie.Zoek(sleutel) is not { } maximum || bedrag <= maximum)
            return (bedrag, false);
        staat.Voeg(Postcode.Maximum, sleutel, maximum, Waarde.Van("voor-maximum", bedrag));
        return (maximum, true);
    }

    /// <summary>The amount, lowered to what may still be granted; unchanged when that is not known.</summary>
    public static (decimal Bedrag, bool Begrensd) PasRuimte(Rekenstaat staat, decimal bedrag, decimal? beschikbaar)
    {
        if (beschikbaar is not { } ruimte || bedrag <= ruimte)
            return (bedrag, false);
        staat.Voeg(Postcode.DeMinimisruimte, ruimte, Waarde.Van("voor-ruimte", bedrag));
        return (ruimte, true);
    }

    /// <summary>The maximum that holds for the applicant; a version may lack it.</summary>
    public static Getalsleutel Sleutel(Regelversie versie, Plan plan) =>
        plan.IsSamenwerkingsverband ? Parameters.MaximumSamenwerkingsverband
        : Sector.IsLandbouw(versie, plan.Onderneming) ? Parameters.MaximumLandbouw
        : plan.Aanvragertype == Aanvragertype.Grootbedrijf ? Parameters.MaximumGrootbedrijf
        : Parameters.MaximumMkb;
}
