namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>What a <see cref="Model"/> knows of one application. Moments are minutes.</summary>
/// <param name="verbonden">The enterprise that it says to be linked to, if any.</param>
/// <param name="onvolledig">Something was missing at receipt.</param>
internal sealed class Modelaanvraag(string zaak, string kvk, string? verbonden, bool onvolledig, decimal gevraagd, int op)
{
    public string Zaak => zaak;
    public int Op => op;
    public IReadOnlyList<string> Ondernemingen { get; } = verbonden is null ? [kvk] : [kvk, verbonden];
    public bool Onvolledig => onvolledig;
    public decimal Gevraagd { get; set; } = gevraagd;
    public int? Gevonden { get; set; }
    public int? Aanvulling { get; set; }
    public int? Aangevuld { get; set; }
    public decimal? Beoordeeld { get; set; }
    public bool Weg { get; set; }
    public int? Rang { get; set; }
    public string? Staat { get; set; }
    public decimal Gereserveerd { get; set; }

    /// <summary>Complete as it was received.</summary>
    public bool IsVolledig => this is { Aanvulling: null, Aangevuld: null } && (!onvolledig || Gevonden is not null);

    /// <summary>Its moment in the order; none while it is incomplete.</summary>
    public int? Plaats =>
        Weg ? null
        : Aangevuld is not null ? Aangevuld
        : IsVolledig ? Op
        : null;

    /// <summary>When it got that moment.</summary>
    public int Bekend => Aangevuld ?? Gevonden ?? Op;

    public decimal Doel => Math.Min(Gevraagd, Beoordeeld ?? Gevraagd);

    public decimal Nodig => Doel - Gereserveerd;

    public bool Voor(Modelaanvraag ander) => (Op, string.CompareOrdinal(zaak, ander.Zaak)).CompareTo((ander.Op, 0)) < 0;

    public override string ToString() => $"{Rang} {Zaak[..3]} {Staat ?? "geen"} {Gereserveerd:0}";
}
