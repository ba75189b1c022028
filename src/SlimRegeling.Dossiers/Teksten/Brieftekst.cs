using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>What a letter says: its template filled with the case, to this address. Pure: the same case on the same day gives the same letter.</summary>
public static class Brieftekst
{
    private const string Afzender = Uitvoerder.Naam;

    public static Briefinhoud Van(Sjabloon sjabloon, Briefgeval geval, Adres adres) =>
        Van(sjabloon, geval, [adres.Naam, adres.Straat, $"{adres.Postcode} {adres.Plaats}".Trim()]);

    /// <param name="adressering">Line by line.</param>
    internal static Briefinhoud Van(Sjabloon sjabloon, Briefgeval geval, IReadOnlyList<string> adressering)
    {
        var (onderwerp, blokken) = sjabloon.Vul(geval);
        return new Briefinhoud(
            geval.Opdracht.Kenmerk,
            geval.Dag,
            Afzender,
            adressering,
            onderwerp,
            blokken,
            ["Hoogachtend,", "", "de Minister van Sociale Zaken en Werkgelegenheid,", "namens deze,", Afzender],
            $"{Afzender}, {Uitvoerder.Postadres}"
        );
    }
}
