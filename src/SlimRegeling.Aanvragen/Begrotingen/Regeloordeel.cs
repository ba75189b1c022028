using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using SlimRegeling.Platform.Api;

namespace SlimRegeling.Aanvragen.Begrotingen;

public enum Regeluitkomst
{
    [JsonStringEnumMemberName("aanvaard")]
    Aanvaard,

    [JsonStringEnumMemberName("gewijzigd")]
    Gewijzigd,

    [JsonStringEnumMemberName("geschrapt")]
    Geschrapt,
}

/// <summary>What the assessor decides of one line of the budget. A line that nobody names is accepted as it was asked.</summary>
[Description("Het oordeel over één regel van de begroting. Een regel zonder oordeel is aanvaard zoals gevraagd.")]
public sealed record Regeloordeel(
    [property: Voorbeeld("\"activiteiten[0].externeUren[0]\"")] [property: Required] string Regel,
    Regeluitkomst Uitkomst,
    [property: Description("Bij gewijzigd: wat wel telt. Wat u weglaat, blijft zoals gevraagd.")] Regelwaarde? Nieuw = null,
    [property: Description("Verplicht bij gewijzigd en geschrapt (artikel 3:46 Awb).")] string? Reden = null,
    [property: Description("Verplicht bij gewijzigd en geschrapt: het artikel waarop dit steunt.")]
    [property: Voorbeeld("\"2.15, onderdeel h\"")]
        string? Artikel = null,
    [property: Description("true als kosten van een andere regel naar deze verschuiven. Alleen dan mag een regel hoger worden.")]
        bool? Verschoven = null
);

/// <summary>A line as it was judged, as the decision keeps it.</summary>
/// <param name="GevraagdBedrag">What the rules count for what was asked, in euro.</param>
/// <param name="Aanvaard">What was accepted; absent when it was struck.</param>
/// <param name="AanvaardBedrag">What the rules count for that, in euro; zero when it was struck.</param>
public sealed record Beoordeelderegel(
    string Regel,
    string Activiteit,
    Regelsoort Soort,
    Regelwaarde Gevraagd,
    decimal GevraagdBedrag,
    Regeluitkomst Uitkomst,
    Regelwaarde? Aanvaard,
    decimal AanvaardBedrag,
    string? Reden = null,
    string? Artikel = null,
    bool? Verschoven = null
);
