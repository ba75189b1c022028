using Microsoft.Extensions.Configuration;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>Section <c>SlimRegeling:Aanmelding</c>: where people and services sign in, and what the claims are called there.</summary>
public sealed class Aanmeldinstellingen
{
    public const string Sectie = "SlimRegeling:Aanmelding";

    /// <summary>Address (issuer) of the OpenID Connect provider. Empty: this host is its own example provider.</summary>
    public string? Provider { get; set; }

    /// <summary>The audience that a token must name.</summary>
    public string Doelgroep { get; set; } = "slimregeling";

    /// <summary>The client of the pages at the provider (authorization code flow).</summary>
    public string PaginaClient { get; set; } = "slimregeling-web";

    /// <summary>The client of the services at the provider (client credentials).</summary>
    public string DienstClient { get; set; } = "slimregeling-dienst";

    /// <summary>The scopes that the pages ask for, with spaces between them; <c>openid</c> is always one of them.</summary>
    public string Scopes { get; set; } = "openid";

    /// <summary>The scopes that the services ask for, with spaces between them; empty: none.</summary>
    public string DienstScopes { get; set; } = "";

    public string? PaginaGeheim { get; set; }

    public string? DienstGeheim { get; set; }

    public Claimnamen Claims { get; set; } = new();

    public static Aanmeldinstellingen Uit(IConfiguration configuratie) =>
        configuratie.GetSection(Sectie).Get<Aanmeldinstellingen>() ?? new Aanmeldinstellingen();

    internal static string[] Los(string scopes) =>
        scopes.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Section <c>SlimRegeling:Aanmelding:Claims</c>. The defaults are those of an eHerkenning broker.</summary>
public sealed class Claimnamen
{
    /// <summary>The person, when <see cref="HandelendPersoon"/> is absent (employees, services).</summary>
    public string Onderwerp { get; set; } = "sub";

    public string HandelendPersoon { get; set; } = "urn:etoegang:core:ActingSubjectID";

    public string Rol { get; set; } = "role";

    /// <summary>The represented enterprise. The claim can also carry an RSIN; only 8 digits are a KVK number.</summary>
    public string KvkNummer { get; set; } = "urn:etoegang:core:LegalSubjectID";

    /// <summary>The qualifier under which some brokers give the KVK number by itself.</summary>
    public string KvkNummerAlternatief { get; set; } = "urn:etoegang:1.9:EntityConcernedID:KvKnr";

    public string Vestigingsnummer { get; set; } = "urn:etoegang:1.9:ServiceRestriction:Vestigingsnr";

    public string Intermediair { get; set; } = "urn:etoegang:1.9:IntermediateEntityID:KvKnr";

    public string Betrouwbaarheid { get; set; } = "acr";
}
