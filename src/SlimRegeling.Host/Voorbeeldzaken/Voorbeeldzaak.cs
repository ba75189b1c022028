using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Identiteit.Voorbeeldprovider;

namespace SlimRegeling.Host.Voorbeeldzaken;

/// <summary>A case file as it is written; its format is told in <c>deploy/voorbeeldzaken/LEESMIJ.md</c>.</summary>
/// <param name="ZaadZaaknummers">From it follow the case numbers that are drawn in the steps of this file, in order.</param>
/// <param name="Gegevens">Named values that steps use as <c>{naam}</c>.</param>
internal sealed record Voorbeeldzaak(
    string Titel,
    string Verhaal,
    string ZaadZaaknummers,
    IReadOnlyList<Zaakpersoon> Personen,
    IReadOnlyList<Stap> Stappen,
    Overzicht Overzicht,
    JsonObject? Gegevens = null
);

/// <param name="Rollen">Names of roles as in a token: <c>financieel-medewerker</c>.</param>
internal sealed record Zaakpersoon(
    string Id,
    string Naam,
    IReadOnlyList<string> Rollen,
    string? KvkNummer = null,
    string? Onderneming = null,
    string? Intermediair = null
)
{
    public Voorbeeldpersoon Voorbeeldpersoon() =>
        new(
            Id,
            Naam,
            [.. Rollen.Select(rol => Platform.Identiteit.Rollen.Lees(rol)!.Value)],
            KvkNummer,
            Onderneming,
            Intermediair: Intermediair
        );
}

/// <summary>Who asks for the case in the end, to print its table.</summary>
internal sealed record Overzicht(string Wie, string Verzoek);

/// <summary>One call to the public API. At most one of <c>Invoer</c>, <c>Document</c> and <c>Afschrift</c> is its body.</summary>
/// <param name="Naam">What is done, for people.</param>
/// <param name="Verzoek">Method and path: <c>POST /v1/aanvragen/{zaak}/indiening</c>.</param>
/// <param name="Moment">Wall clock in Amsterdam; absent: that of the step before.</param>
/// <param name="Wie">Id of a person; absent: nobody signs in.</param>
/// <param name="VoorElk">Name of a list: the step is taken once for each of its items.</param>
/// <param name="Verwacht">By pointer what the answer holds; <c>status</c> and <c>probleem</c> beside them.</param>
/// <param name="Bewaar">By name the pointer to what later steps use.</param>
/// <param name="Bestand">Name of the file in which the answer is left.</param>
internal sealed record Stap(
    [property: JsonPropertyName("stap")] string Naam,
    string Verzoek,
    LocalDateTime? Moment = null,
    string? Wie = null,
    string? VoorElk = null,
    JsonNode? Invoer = null,
    string? Document = null,
    Afschriftvraag? Afschrift = null,
    JsonObject? Verwacht = null,
    IReadOnlyDictionary<string, string>? Bewaar = null,
    string? Bestand = null
);

/// <summary>The bank pays a payment file, or receives a payment on the account of that file, and gives its statement of that day.</summary>
/// <param name="Betaalbestand">The pain.001, as a step before saved it: <c>{naam}</c>.</param>
/// <param name="Beginsaldo">Euro.</param>
/// <param name="Ontvangen">Euro; absent where the file is paid.</param>
/// <param name="Tekst">What the payer wrote.</param>
internal sealed record Afschriftvraag(string Betaalbestand, string Beginsaldo, string? Ontvangen = null, string? Tekst = null);
