using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Relaties.Handelsregister;

/// <summary>What the Handelsregister tells of a KVK number, to fill in a form. Of any number: it is public, and who applies names others.</summary>
public static class Opzoeken
{
    private const int MeestePerMinuut = 60;

    [Description("Wat het Handelsregister van een onderneming zegt, om een formulier mee in te vullen.")]
    public sealed record Beeld(
        [property: Voorbeeld("\"69599084\"")] string KvkNummer,
        string Naam,
        IReadOnlyList<string> Handelsnamen,
        string? Rechtsvorm,
        [property: Description("Ontbreekt als het register het niet toont, of als het niet in Nederland is.")] Registeradres? Adres,
        [property: Description("De hoofdactiviteit staat voorop.")] IReadOnlyList<Registeractiviteit> Activiteiten,
        [property: Description("Personen en geen fte, van deze onderneming alleen: het wijst op een omvang en bewijst niets.")]
            int? WerkzamePersonen,
        LocalDate? UitgeschrevenOp,
        Omvangsgrenzen Grenzen
    );

    [Description("Onder hoeveel werkzame personen een onderneming klein is, en onder hoeveel zij een mkb-onderneming kan zijn.")]
    public sealed record Omvangsgrenzen(int Klein, int Mkb, string Artikel);

    public static void Diensten(IServiceCollection diensten)
    {
        diensten.AddSingleton<Registerbestand>();
        diensten.AddSingleton<IHandelsregister>(sp => sp.GetRequiredService<Registerbestand>());
        diensten.AddHostedService(sp => sp.GetRequiredService<Registerbestand>());
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/handelsregister/{kvkNummer}", Toon)
            .Geeft<Beeld>()
            .Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Partij)
            .OokMetMachtiging(Machtigingsomvang.Aanvragen)
            .HoogstensPerMinuut(MeestePerMinuut)
            .WithSummary("Wat het Handelsregister van een KVK-nummer zegt")
            .WithDescription("Openbare gegevens, van elk nummer. Een formulier dat ermee is ingevuld, kan worden gewijzigd.");

    private static async Task<Uitkomst> Toon(
        string kvkNummer,
        IHandelsregister register,
        Regelbron<RelatiesContext> regelbron,
        Moment moment,
        ILoggerFactory logboek,
        CancellationToken ct
    )
    {
        try
        {
            return await register.Zoek(kvkNummer, ct) is { } inschrijving
                ? Uitkomst.Ok(Van(inschrijving, await regelbron.Nu(ct), moment.Nu))
                : Onbekend(kvkNummer);
        }
        catch (Registeruitval uitval)
        {
            logboek.CreateLogger(typeof(Opzoeken)).LogInformation(uitval, "The Handelsregister does not answer");
            return Stil;
        }
    }

    private static Weigering Stil =>
        new()
        {
            Code = "handelsregister-antwoordt-niet",
            Status = StatusCodes.Status503ServiceUnavailable,
            Uitleg = "Het Handelsregister geeft nu geen antwoord. Vul de gegevens zelf in, of probeer het later opnieuw.",
        };

    private static Weigering Onbekend(string kvkNummer) =>
        new()
        {
            Code = "niet-in-handelsregister",
            Status = StatusCodes.Status404NotFound,
            Uitleg =
                $"'{kvkNummer}' staat niet in het Handelsregister. Kijk het KVK-nummer na op een uittreksel, of vul de gegevens zelf in.",
        };

    private static Beeld Van(Inschrijving inschrijving, Regelstanden regels, Instant nu)
    {
        var dag = Moment.Dag(nu);
        var versies = Regelboek.Laad();
        var versie = regels.Versie((versies.LastOrDefault(v => v.Vanaf <= dag) ?? versies[0]).Id, nu);
        return new(
            inschrijving.KvkNummer,
            inschrijving.Naam,
            inschrijving.Handelsnamen,
            inschrijving.Rechtsvorm,
            inschrijving.Adres,
            inschrijving.Activiteiten,
            inschrijving.WerkzamePersonen,
            inschrijving.UitgeschrevenOp,
            new(
                (int)versie[Parameters.KleinPersonen],
                (int)versie[Parameters.MkbPersonen],
                versie.Parameters[Parameters.MkbPersonen.Code].Artikel
            )
        );
    }
}
