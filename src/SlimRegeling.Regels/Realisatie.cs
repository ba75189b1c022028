using NodaTime;

namespace SlimRegeling.Regels;

/// <summary>What it means for the settlement that less was done than was granted for.</summary>
public enum Realisatiegevolg
{
    /// <summary>All of it was done: settled as granted.</summary>
    Geen,

    /// <summary>Settled on the real eligible costs.</summary>
    Lager,

    /// <summary>The minister examines whether to settle lower or at nil; nothing follows by itself.</summary>
    Onderzoek,

    /// <summary>Settled at nil.</summary>
    Nihil,
}

/// <param name="Grens">The percentage of the granted costs that was not reached; null when none decided.</param>
public sealed record Realisatieoordeel(Realisatiegevolg Gevolg, string Artikel, decimal? Grens = null);

/// <summary>The part of the granted eligible costs that was really made, at settlement.</summary>
public static class Realisatie
{
    private const string AlsVerleend = "4:46, eerste lid, Awb";
    private const string LagerDanVerleend = "4:46, tweede lid, Awb";

    /// <param name="verleendeKosten">The eligible costs of the award, in euro.</param>
    /// <param name="gerealiseerdeKosten">The eligible costs that were really made, in euro.</param>
    /// <param name="vastgesteldOp">The day of the settlement: the nil rule follows it, not the window.</param>
    public static Realisatieoordeel Gevolg(
        Regelversie versie,
        string aanvragertype,
        decimal verleendeKosten,
        decimal gerealiseerdeKosten,
        LocalDate vastgesteldOp
    )
    {
        if (gerealiseerdeKosten >= verleendeKosten)
            return new(Realisatiegevolg.Geen, AlsVerleend);
        if (vastgesteldOp < versie.Zoek(Parameters.NihilVervaltOp) && Onder(Parameters.NihilOnderRealisatie) is { } nihil)
            return new(Realisatiegevolg.Nihil, Artikel(Parameters.NihilOnderRealisatie), nihil);
        if (aanvragertype == Aanvragertype.Samenwerkingsverband && Onder(Parameters.OnderzoekOnderRealisatie) is { } onderzoek)
            return new(Realisatiegevolg.Onderzoek, Artikel(Parameters.OnderzoekOnderRealisatie), onderzoek);
        return new(Realisatiegevolg.Lager, LagerDanVerleend);

        decimal? Onder(Getalsleutel sleutel) =>
            versie.Zoek(sleutel) is { } grens && gerealiseerdeKosten * 100m < verleendeKosten * grens ? grens : null;

        string Artikel(Getalsleutel sleutel) => versie.Parameters[sleutel.Code].Artikel;
    }
}
