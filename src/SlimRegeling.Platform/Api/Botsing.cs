using JasperFx;
using JasperFx.Events;
using Npgsql;

namespace SlimRegeling.Platform.Api;

/// <summary>Recognises that two transactions met, so that the later one is decided again on the new state.</summary>
internal static class Botsing
{
    public enum Soort
    {
        Voorbijgaand,

        /// <summary>A constraint of the tables was hit; deciding again gives the same unless the first answer was kept.</summary>
        Blijvend,
    }

    // Of its indexes, of the keys of its events, and of the keys of its documents: two people who make the same one at once.
    private static readonly string[] VanMarten = ["mt_", "pk_mt_", "pkey_mt_"];

    public static Soort? Herken(Exception e) =>
        e switch
        {
            ConcurrencyException
            or DocumentAlreadyExistsException
            or EventStreamUnexpectedMaxEventIdException
            or Marten.Exceptions.ExistingStreamIdCollisionException => Soort.Voorbijgaand,
            PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } =>
                Soort.Voorbijgaand,
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: { } naam } => VanMarten.Any(begin =>
                naam.StartsWith(begin, StringComparison.Ordinal)
            )
                ? Soort.Voorbijgaand
                : Soort.Blijvend,
            { InnerException: { } binnen } => Herken(binnen),
            _ => null,
        };
}
