namespace SlimRegeling.Regels;

/// <summary>The article, in the numbering of the version, by which what was awarded or settled is withdrawn or made less.</summary>
public static class Intrekkingsartikel
{
    /// <summary>Of the scheme (2.25): the one that its own grounds stand in.</summary>
    public static string Regeling(Regelversie versie) => versie.Intrekkingsgrond(Intrekkingsgrondcode.NietBesteed).Artikel.Split(',')[0];

    /// <summary>Of the hardship clause: what is weighed before anything is withdrawn.</summary>
    public static string Hardheid(Regelversie versie) => versie.Bepaling(Bepalingcode.Hardheidsclausule).Artikel;

    /// <summary>By which what is claimed back is raised with the statutory interest; null where the version has no such article.</summary>
    /// <param name="betreft">One of <see cref="Intrekkingsbetreft"/>.</param>
    public static string? Rente(Regelversie versie, string betreft) =>
        versie
            .Bepalingen.GetValueOrDefault(
                betreft == Intrekkingsbetreft.Vaststelling ? Bepalingcode.RenteNaVaststelling : Bepalingcode.RenteVoorschot
            )
            ?.Artikel;

    /// <summary>As a refusal names it: until the settlement that of the scheme with 4:48 Awb, after it 4:49 Awb.</summary>
    /// <param name="betreft">One of <see cref="Intrekkingsbetreft"/>.</param>
    public static string Van(Regelversie versie, string betreft) =>
        betreft == Intrekkingsbetreft.Vaststelling
            ? "artikel 4:49, eerste lid, Awb"
            : $"artikel {Regeling(versie)}; artikel 4:48, eerste lid, Awb";
}
