using System.Collections.Concurrent;

namespace SlimRegeling.Platform.Identiteit.Voorbeeldprovider;

/// <summary>Someone who exists for the examples only and signs in without a secret.</summary>
/// <param name="Id">What a script signs in with, and the pseudonym of this person in events.</param>
/// <param name="Onderneming">Name of the represented enterprise, for the page on which people choose.</param>
public sealed record Voorbeeldpersoon(
    string Id,
    string Naam,
    IReadOnlyList<Rol> Rollen,
    string? KvkNummer = null,
    string? Onderneming = null,
    string? Vestigingsnummer = null,
    string? Intermediair = null
);

/// <summary>The example people by id; example play adds those of its case files while the program runs.</summary>
public sealed class Voorbeeldpersonen
{
    private readonly ConcurrentDictionary<string, Voorbeeldpersoon> _opId = new(StringComparer.Ordinal);

    public Voorbeeldpersonen(IEnumerable<Voorbeeldpersoon> personen)
    {
        foreach (var persoon in personen)
            Registreer(persoon);
    }

    public IEnumerable<Voorbeeldpersoon> Alle => _opId.Values.OrderBy(persoon => persoon.Naam, StringComparer.Ordinal);

    /// <summary>Adds someone, or replaces who had this id.</summary>
    /// <exception cref="ArgumentException">A person cannot be a service: services sign in with a secret.</exception>
    public void Registreer(Voorbeeldpersoon persoon)
    {
        if (persoon.Rollen.Contains(Rol.Dienst))
            throw new ArgumentException($"Example person '{persoon.Id}' cannot have the role of a service.", nameof(persoon));
        _opId[persoon.Id] = persoon;
    }

    public Voorbeeldpersoon? Zoek(string? id) => id is not null && _opId.TryGetValue(id, out var persoon) ? persoon : null;
}
