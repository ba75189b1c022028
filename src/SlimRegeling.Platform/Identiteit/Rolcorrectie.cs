using Microsoft.AspNetCore.Http;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>What was decided here about the roles of an employee, beside what the provider says.</summary>
/// <param name="Ingetrokken">Roles that this person does not have, whatever the provider says.</param>
/// <param name="Toegekend">Roles beside those of the provider.</param>
/// <param name="Geblokkeerd">No role at all.</param>
public sealed record Rolcorrectie(IReadOnlyList<Rol> Ingetrokken, IReadOnlyList<Rol> Toegekend, bool Geblokkeerd)
{
    public static Rolcorrectie Geen { get; } = new([], [], Geblokkeerd: false);

    /// <summary>What was decided cannot be known now. Until it is, an employee has no role.</summary>
    public static Rolcorrectie Onbekend { get; } = new([.. Rollen.VanUitvoerder], [], Geblokkeerd: false);

    /// <summary>
    /// What is left of the roles by the provider, and what comes beside them. Only who is an employee by the provider has what was granted; a grant
    /// never adds to a role that it is kept apart from.
    /// </summary>
    public IReadOnlySet<Rol> Pas(IReadOnlySet<Rol> volgensProvider)
    {
        if (Geblokkeerd)
        {
            return new HashSet<Rol>();
        }
        var rollen = volgensProvider.Except(Ingetrokken).ToHashSet();
        if (volgensProvider.Any(Rollen.VanUitvoerder.Contains))
        {
            rollen.UnionWith(
                Toegekend.Where(rol =>
                    Rollen.VanUitvoerder.Contains(rol)
                    && !Ingetrokken.Contains(rol)
                    && !(Functiescheiding.Tegenover(rol) is { } ander && rollen.Contains(ander))
                )
            );
        }
        return rollen;
    }
}

/// <summary>Who pays is not who checks the payment: what nobody is given together.</summary>
public static class Functiescheiding
{
    /// <summary>The role that is kept apart from this one; null when none is.</summary>
    public static Rol? Tegenover(Rol rol) =>
        rol switch
        {
            Rol.FinancieelMedewerker => Rol.FinancieelControleur,
            Rol.FinancieelControleur => Rol.FinancieelMedewerker,
            _ => null,
        };
}

/// <summary>Knows what was decided about employees; without it what the provider says stands.</summary>
public interface IRolcorrectie
{
    /// <summary>Null when nothing was decided about this person, <see cref="Rolcorrectie.Onbekend"/> when that cannot be known now.</summary>
    ValueTask<Rolcorrectie?> Van(string onderwerp, CancellationToken ct);
}

/// <summary>Marks a request of an employee of whom cannot be known now what was decided about their roles: what is for everyone still is.</summary>
public sealed record Rolstoring;

/// <summary>
/// Between who someone is by the provider and what they may do: an employee goes on with the roles that they have after what was decided here. For
/// everyone else, and for services, it is as if it were not there.
/// </summary>
internal sealed class Rolpoort(RequestDelegate volgende, Persoonlezer lezer, IRolcorrectie? correctie = null)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (
            correctie is not null
            && lezer.Lees(http) is { IsMedewerker: true } persoon
            && await correctie.Van(persoon.Onderwerp, http.RequestAborted) is { } besloten
        )
        {
            if (ReferenceEquals(besloten, Rolcorrectie.Onbekend))
            {
                http.Features.Set(new Rolstoring());
            }
            http.Features.Set(persoon.Na(besloten));
        }
        await volgende(http);
    }
}
