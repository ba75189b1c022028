namespace SlimRegeling.Regels;

/// <summary>How the amount of an award is rounded: a choice of the executor that no source at hand confirms.</summary>
internal static class Afronding
{
    public const string Centen = "centen";
    public const string HeleEurosOmlaag = "hele-euros-omlaag";

    public static readonly string[] Keuzes = [Centen, HeleEurosOmlaag];

    public static decimal Verlening(Regelversie versie, decimal bedrag) =>
        versie[Parameters.AfrondingVerlening] == HeleEurosOmlaag ? decimal.Floor(bedrag) : Getal.Centen(bedrag);
}
